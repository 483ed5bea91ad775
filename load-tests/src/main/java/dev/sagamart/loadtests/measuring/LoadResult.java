package dev.sagamart.loadtests.measuring;

import java.time.Duration;
import java.util.Map;

/**
 * What a load brought.
 *
 * @param answers good answers
 * @param errors everything else by its kind
 */
public record LoadResult(int answers, Duration time, double p50Millis, double p99Millis, Map<String, Integer> errors) {

    public double perSecond() {
        return answers * 1e9 / time.toNanos();
    }
}
