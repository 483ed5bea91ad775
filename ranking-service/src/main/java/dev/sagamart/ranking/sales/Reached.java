package dev.sagamart.ranking.sales;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a partition is counted.
 *
 * @param next the offset to read next
 * @param completeUntil up to when all orders announced there are known to be counted
 */
record Reached(long next, @Nullable Instant completeUntil) {

    /** The farther place and the newer time of two. */
    static Reached farther(Reached one, Reached other) {
        Instant first = one.completeUntil;
        Instant second = other.completeUntil;
        boolean firstIsNewer = second == null || (first != null && first.isAfter(second));
        return new Reached(Math.max(one.next, other.next), firstIsNewer ? first : second);
    }
}
