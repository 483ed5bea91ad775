/** Messages owned by the product team. */
@NullMarked
package dev.sagamart.contracts.product;

import org.jspecify.annotations.NullMarked;
