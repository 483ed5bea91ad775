/** Messages owned by the order team. */
@NullMarked
package dev.sagamart.contracts.order;

import org.jspecify.annotations.NullMarked;
