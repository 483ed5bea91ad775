/** What the tests of all services share; test scope only. */
@NullMarked
package dev.sagamart.testsupport;

import org.jspecify.annotations.NullMarked;
