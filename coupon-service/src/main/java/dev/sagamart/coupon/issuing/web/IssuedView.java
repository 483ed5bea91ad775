package dev.sagamart.coupon.issuing.web;

import dev.sagamart.coupon.issuing.IssuingOutcome;
import java.time.Instant;
import java.util.UUID;

/** The coupon that a user has won. */
record IssuedView(UUID couponId, long campaignId, Instant issuedAt, Instant validFrom, Instant validUntil) {
    static IssuedView of(IssuingOutcome.Issued issued) {
        return new IssuedView(
                issued.couponId(),
                issued.campaignId(),
                issued.issuedAt(),
                issued.validity().from(),
                issued.validity().until());
    }
}
