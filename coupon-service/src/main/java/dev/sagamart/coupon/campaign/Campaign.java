package dev.sagamart.coupon.campaign;

import java.time.Instant;

/**
 * A campaign as it was created; it never changes.
 *
 * @param quantity coupons to give away, 1..10,000,000
 * @param issuing when they can be had
 * @param validity when they can be used
 */
public record Campaign(
        long id, String name, Discount discount, long quantity, Period issuing, Period validity, Instant createdAt) {}
