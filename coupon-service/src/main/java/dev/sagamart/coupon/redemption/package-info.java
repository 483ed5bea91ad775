/** The coupons that users hold, and their use in orders. */
@NullMarked
package dev.sagamart.coupon.redemption;

import org.jspecify.annotations.NullMarked;
