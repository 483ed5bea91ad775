package dev.sagamart.gateway.idempotency;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts how writes fared, as {@code sagamart.gateway.idempotency} by outcome. */
@Component
class IdempotencyMetrics {

    private final MeterRegistry meters;

    IdempotencyMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(String outcome) {
        meters.counter("sagamart.gateway.idempotency", "outcome", outcome).increment();
    }
}
