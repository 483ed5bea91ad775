package dev.sagamart.local.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** Collects how long each answer took and what it was. */
final class Latencies {
    private static final double NANOS_PER_MILLI = 1e6;

    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final Map<String, LongAdder> outcomes = new ConcurrentHashMap<>();

    void add(long took, String outcome) {
        nanos.add(took);
        outcomes.computeIfAbsent(outcome, ignored -> new LongAdder()).increment();
    }

    String report(int connections, Duration measured) {
        List<Long> sorted = nanos.stream().sorted().toList();
        if (sorted.isEmpty()) {
            return "no answer at all";
        }
        return String.format(
                Locale.ROOT,
                "%d connections, %d s: %.1f orders/s   p50 %.1f ms   p95 %.1f ms   p99 %.1f ms   max %.1f ms   %s",
                connections,
                measured.toSeconds(),
                sorted.size() / (double) measured.toSeconds(),
                percentile(sorted, 50),
                percentile(sorted, 95),
                percentile(sorted, 99),
                percentile(sorted, 100),
                outcomes);
    }

    private static double percentile(List<Long> sorted, int percent) {
        int index = Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1);
        return sorted.get(index) / NANOS_PER_MILLI;
    }
}
