package dev.sagamart.coupon.redemption.web;

import dev.sagamart.coupon.campaign.Discount;
import dev.sagamart.coupon.redemption.HeldCoupon;
import java.time.Instant;
import java.util.UUID;

/** A line in a user's list of coupons. */
record HeldCouponView(
        UUID couponId,
        long campaignId,
        Status status,
        Instant issuedAt,
        Instant validFrom,
        Instant validUntil,
        Discount discount) {
    /** What can be done with a coupon now. */
    enum Status {
        ISSUED,
        USED,
        EXPIRED
    }

    static HeldCouponView of(HeldCoupon coupon, Instant now) {
        return new HeldCouponView(
                coupon.couponId(),
                coupon.campaignId(),
                status(coupon, now),
                coupon.issuedAt(),
                coupon.validity().from(),
                coupon.validity().until(),
                coupon.discount());
    }

    private static Status status(HeldCoupon coupon, Instant now) {
        if (coupon.used()) {
            return Status.USED;
        }
        return coupon.validity().isOver(now) ? Status.EXPIRED : Status.ISSUED;
    }
}
