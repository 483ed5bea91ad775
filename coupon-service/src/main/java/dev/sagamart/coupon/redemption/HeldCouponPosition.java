package dev.sagamart.coupon.redemption;

import java.time.Instant;
import java.util.UUID;

/** A coupon's place in its owner's list, newest first. */
public record HeldCouponPosition(Instant issuedAt, UUID couponId) {
    public static HeldCouponPosition of(HeldCoupon coupon) {
        return new HeldCouponPosition(coupon.issuedAt(), coupon.couponId());
    }

    /** @throws IllegalArgumentException if this is no such place */
    public static HeldCouponPosition parse(String text) {
        int end = text.indexOf('.');
        if (end < 0) {
            throw new IllegalArgumentException("no place in a list of coupons: " + text);
        }
        return new HeldCouponPosition(
                Instant.ofEpochMilli(Long.parseLong(text.substring(0, end))), UUID.fromString(text.substring(end + 1)));
    }

    @Override
    public String toString() {
        return issuedAt.toEpochMilli() + "." + couponId;
    }
}
