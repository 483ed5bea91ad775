package dev.sagamart.defaults.audit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What the last rounds found, whichever instance they ran on. */
final class AuditMetrics {
    private static final double MILLIS = 1000.0;

    private final AuditRows rows;
    private volatile Map<String, Long> differences = Map.of();
    private volatile Map<String, Instant> lastRuns = Map.of();

    AuditMetrics(AuditRows rows, List<AuditCheck> checks, MeterRegistry registry) {
        this.rows = rows;
        for (AuditCheck check : checks) {
            Gauge.builder("sagamart.audit.differences", () -> differences.getOrDefault(check.name(), 0L))
                    .description("Rows that are wrong at the moment")
                    .tag("check", check.name())
                    .register(registry);
            Gauge.builder("sagamart.audit.last.run", () -> lastRun(check))
                    .description("When the check last ran on any instance, in seconds since 1970")
                    .tag("check", check.name())
                    .register(registry);
        }
    }

    private double lastRun(AuditCheck check) {
        return lastRuns.getOrDefault(check.name(), Instant.EPOCH).toEpochMilli() / MILLIS;
    }

    void refresh() {
        differences = rows.counts();
        lastRuns = rows.lastRuns();
    }
}
