package dev.sagamart.loadtests.measuring;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Collects how long good answers took and counts what went wrong. */
final class Answers {
    private final Map<String, Integer> errors = new TreeMap<>();
    private long[] nanos = new long[1 << 16];
    private int count;

    void add(long took) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = took;
    }

    void fail(String what) {
        errors.merge(what, 1, Integer::sum);
    }

    LoadResult result(Duration time) {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return new LoadResult(count, time, millis(sorted, 50), millis(sorted, 99), Map.copyOf(errors));
    }

    /** The smallest time that this share of all answers did not exceed. */
    private static double millis(long[] sorted, int percent) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(sorted.length * percent / 100.0);
        return sorted[rank - 1] / 1e6;
    }
}
