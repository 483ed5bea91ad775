/** Messages owned by the coupon team. */
@NullMarked
package dev.sagamart.contracts.coupon;

import org.jspecify.annotations.NullMarked;
