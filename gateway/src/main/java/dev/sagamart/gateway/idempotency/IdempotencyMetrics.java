package dev.sagamart.gateway.idempotency;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Counts how writes fared, as {@code sagamart.gateway.idempotency} by outcome. */
@Component
class IdempotencyMetrics {

    private final Map<String, Counter> counters = new ConcurrentHashMap<>();
    private final MeterRegistry meters;

    IdempotencyMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(String outcome) {
        counters.computeIfAbsent(outcome, this::counter).increment();
    }

    private Counter counter(String outcome) {
        return meters.counter("sagamart.gateway.idempotency", "outcome", outcome);
    }
}
