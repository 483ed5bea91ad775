package dev.sagamart.coupon.issuing;

import java.time.Instant;
import java.util.UUID;

/**
 * A user won a coupon: decided by Redis, and safe once the broker has it.
 *
 * @param position the place in the queue, 1 is first
 * @param issuedAt to the millisecond
 * @param requestKey the idempotency key of the winning request
 */
record Grant(long campaignId, String userId, UUID couponId, long position, Instant issuedAt, String requestKey) {
    /** Its form in Redis; no part can contain the separator, but for the last one. */
    String toText() {
        return String.join(
                "|",
                userId,
                couponId.toString(),
                Long.toString(position),
                Long.toString(issuedAt.toEpochMilli()),
                requestKey);
    }

    static Grant parse(long campaignId, String text) {
        String[] parts = text.split("\\|", 5);
        return new Grant(
                campaignId,
                parts[0],
                UUID.fromString(parts[1]),
                Long.parseLong(parts[2]),
                Instant.ofEpochMilli(Long.parseLong(parts[3])),
                parts[4]);
    }
}
