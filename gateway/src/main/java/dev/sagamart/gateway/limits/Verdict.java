package dev.sagamart.gateway.limits;

import java.time.Duration;

/**
 * Whether a request may go on, and how the caller stands after it.
 *
 * @param remaining requests that could follow at once
 * @param owed nanoseconds until nothing is owed any more
 * @param patience nanoseconds until a refused request would be admitted, 0 if it was
 */
record Verdict(Limit limit, boolean admitted, long remaining, long owed, long patience) {

    /** The value of {@code RateLimit}. */
    String standing() {
        return "\"" + limit.name() + "\";r=" + remaining + ";t=" + seconds(owed);
    }

    /** The value of {@code Retry-After}, at least 1. */
    String retryAfter() {
        return Long.toString(Math.max(1, seconds(patience)));
    }

    private static long seconds(long nanos) {
        return Math.ceilDiv(nanos, Duration.ofSeconds(1).toNanos());
    }
}
