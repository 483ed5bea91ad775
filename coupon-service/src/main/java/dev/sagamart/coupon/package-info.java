/** Coupons: campaigns, issuing first come first served, and redemption in orders. */
@NullMarked
package dev.sagamart.coupon;

import org.jspecify.annotations.NullMarked;
