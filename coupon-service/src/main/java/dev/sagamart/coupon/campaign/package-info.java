/** Campaigns: what is given away, to how many, and when. */
@NullMarked
package dev.sagamart.coupon.campaign;

import org.jspecify.annotations.NullMarked;
