package dev.sagamart.contracts.coupon;

import dev.sagamart.contracts.MessageType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user won a coupon of a campaign. {@code position} is the place in the queue, 1 is first; {@code requestKey} is the idempotency key of the winning request. */
@MessageType("coupon.issued.v1")
public record CouponIssued(
        UUID couponId,
        long campaignId,
        String userId,
        long position,
        Instant issuedAt,
        @Nullable String requestKey) {}
