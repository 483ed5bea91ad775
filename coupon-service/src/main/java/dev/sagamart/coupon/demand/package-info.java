/** How many wanted coupons of a campaign, when, and whether the first who came were the first who were served. */
@NullMarked
package dev.sagamart.coupon.demand;

import org.jspecify.annotations.NullMarked;
