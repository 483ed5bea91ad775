package dev.sagamart.coupon.campaign;

import java.time.Instant;

/** A span of time, without its end. */
public record Period(Instant from, Instant until) {
    public Period {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("a period ends after it begins: " + from + " to " + until);
        }
    }

    public boolean contains(Instant time) {
        return !time.isBefore(from) && time.isBefore(until);
    }

    public boolean isOver(Instant now) {
        return !now.isBefore(until);
    }
}
