/** Eyes and hands on the broker, independent of the code under test. */
@NullMarked
package dev.sagamart.testsupport.probes;

import org.jspecify.annotations.NullMarked;
