/** Shows that the oracle bites. */
@NullMarked
package dev.sagamart.chaos.oracle;

import org.jspecify.annotations.NullMarked;
