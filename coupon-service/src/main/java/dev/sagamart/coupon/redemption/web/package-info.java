/** The HTTP interface of the coupons a user holds. */
@NullMarked
package dev.sagamart.coupon.redemption.web;

import org.jspecify.annotations.NullMarked;
