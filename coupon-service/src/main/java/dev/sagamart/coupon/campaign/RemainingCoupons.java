package dev.sagamart.coupon.campaign;

import java.util.OptionalLong;

/** Knows how many coupons can still be had, to the moment; implemented by issuing. */
public interface RemainingCoupons {
    /** @return empty if it cannot be told now */
    OptionalLong of(Campaign campaign);
}
