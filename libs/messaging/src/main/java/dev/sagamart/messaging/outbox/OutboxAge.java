package dev.sagamart.messaging.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** How long the oldest message has been waiting for the broker: the metric {@code sagamart.outbox.oldest}, in seconds. */
final class OutboxAge {
    private static final Logger log = LoggerFactory.getLogger(OutboxAge.class);

    private final OutboxRows rows;
    private final Clock clock;
    private volatile double seconds = Double.NaN;

    OutboxAge(OutboxRows rows, Clock clock, MeterRegistry meters) {
        this.rows = rows;
        this.clock = clock;
        Gauge.builder("sagamart.outbox.oldest", this, age -> age.seconds)
                .description("Age of the oldest message that the broker may not have")
                .baseUnit("seconds")
                .register(meters);
    }

    /** Not while the metric is read, which must never wait for the database. */
    @Scheduled(fixedDelayString = "${sagamart.messaging.outbox-age-interval:5s}")
    void look() {
        try {
            seconds = rows.oldest()
                    .map(oldest -> Duration.between(oldest, clock.instant()).toMillis() / 1000.0)
                    .orElse(0.0);
        } catch (RuntimeException outage) {
            log.debug("The outbox cannot be looked at now", outage);
        }
    }
}
