/** The saga that takes coupon, stock and points for an order, or gives everything back. */
@NullMarked
package dev.sagamart.order.checkout;

import org.jspecify.annotations.NullMarked;
