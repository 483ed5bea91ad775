/** Messages owned by the point team. */
@NullMarked
package dev.sagamart.contracts.point;

import org.jspecify.annotations.NullMarked;
