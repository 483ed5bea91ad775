package dev.sagamart.coupon.issuing.web;

import dev.sagamart.coupon.issuing.IssuingOutcome;
import java.time.Instant;
import java.util.UUID;

/**
 * The coupon that a user has won.
 *
 * @param position the place in the queue: whoever has a lower one was served before
 */
record IssuedView(
        UUID couponId, long campaignId, long position, Instant issuedAt, Instant validFrom, Instant validUntil) {
    static IssuedView of(IssuingOutcome.Issued issued) {
        return new IssuedView(
                issued.couponId(),
                issued.campaignId(),
                issued.position(),
                issued.issuedAt(),
                issued.validity().from(),
                issued.validity().until());
    }
}
