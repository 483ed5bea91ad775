/** The rules of the house as executable checks, the same for every service. */
@NullMarked
package dev.sagamart.testsupport.architecture;

import org.jspecify.annotations.NullMarked;
