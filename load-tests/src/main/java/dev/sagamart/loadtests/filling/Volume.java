package dev.sagamart.loadtests.filling;

import java.time.Duration;
import java.time.Instant;

/**
 * How many orders there are, evenly over the year until a month ago, because younger ones leave more than is filled in.
 *
 * @param orders a multiple of {@link #STEP}, so that every user and every product has as many as any other
 */
public record Volume(long orders, Instant now) {
    public static final long STEP = 100;

    static final long ORDERS_PER_USER = 10;
    static final long ORDERS_PER_PRODUCT = STEP;

    private static final Duration OLDEST = Duration.ofDays(365);
    private static final Duration YOUNGEST = Duration.ofDays(31);
    private static final Duration RANKED = Duration.ofDays(90);

    public Volume {
        if (orders < 0 || orders % STEP != 0) {
            throw new IllegalArgumentException("the orders to fill in are a multiple of " + STEP + ": " + orders);
        }
    }

    long users() {
        return orders / ORDERS_PER_USER;
    }

    long products() {
        return orders / ORDERS_PER_PRODUCT;
    }

    /** Of the first order. */
    long firstMillis() {
        return now.minus(OLDEST).toEpochMilli();
    }

    /** From an order to the next one. */
    long stepMillis() {
        return OLDEST.minus(YOUNGEST).toMillis() / Math.max(orders, 1);
    }

    /** The oldest order of an hour whose sales are still kept. */
    long firstRanked() {
        long since = now.minus(RANKED).toEpochMilli() - firstMillis();
        return Math.min(orders, since / Math.max(stepMillis(), 1) + 1);
    }
}
