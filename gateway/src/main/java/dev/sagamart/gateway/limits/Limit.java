package dev.sagamart.gateway.limits;

import java.time.Duration;

/**
 * How much one caller may ask for.
 *
 * @param name of the policy, as clients see it
 * @param rate requests per second that may go on for ever
 * @param burst requests that may come at once after a pause
 * @param policy the value of {@code RateLimit-Policy}: the burst, and the seconds in which it is free again
 */
record Limit(String name, int rate, int burst, String policy) {

    Limit(String name, int rate, int burst) {
        this(name, rate, burst, "\"" + name + "\";q=" + burst + ";w=" + Math.ceilDiv(burst, rate));
    }

    /** The nanoseconds in which one request is paid off. */
    long interval() {
        return Duration.ofSeconds(1).toNanos() / rate;
    }

    /** The most nanoseconds that may be owed. */
    long capacity() {
        return burst * interval();
    }
}
