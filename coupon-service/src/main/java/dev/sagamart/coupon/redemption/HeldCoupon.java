package dev.sagamart.coupon.redemption;

import dev.sagamart.coupon.campaign.Discount;
import dev.sagamart.coupon.campaign.Period;
import java.time.Instant;
import java.util.UUID;

/** A coupon as its owner sees it. */
public record HeldCoupon(
        UUID couponId, long campaignId, boolean used, Instant issuedAt, Period validity, Discount discount) {}
