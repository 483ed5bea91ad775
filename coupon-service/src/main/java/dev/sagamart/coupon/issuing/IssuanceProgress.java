package dev.sagamart.coupon.issuing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Knows whether the database has caught up with the broker, whichever instance does the writing. */
@Component
public class IssuanceProgress {
    private static final Logger log = LoggerFactory.getLogger(IssuanceProgress.class);
    private static final Duration PAUSE = Duration.ofMillis(25);

    private final EventOffsets offsets;
    private final Clock clock;

    IssuanceProgress(EventOffsets offsets, Clock clock) {
        this.offsets = offsets;
        this.clock = clock;
    }

    /**
     * Waits until every grant is in the database that the broker had acknowledged when this was called.
     *
     * @return false if that is not so, or cannot be told, in time
     */
    public boolean awaitCaughtUp(Duration limit) {
        Instant end = clock.instant().plus(limit);
        try {
            Map<TopicPartition, Long> missing = missing(offsets.end(), offsets.first());
            while (!missing.isEmpty()) {
                missing = missing(missing, offsets.committed());
                if (!missing.isEmpty()) {
                    if (clock.instant().isAfter(end)) {
                        return false;
                    }
                    Thread.sleep(PAUSE);
                }
            }
            return true;
        } catch (ExecutionException | KafkaException away) {
            log.warn("The progress of issuance cannot be told: {}", away.toString());
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What is not reached yet; a partition that has no records any more is reached anyhow. */
    private static Map<TopicPartition, Long> missing(
            Map<TopicPartition, Long> wanted, Map<TopicPartition, Long> reached) {
        var missing = new HashMap<>(wanted);
        missing.entrySet().removeIf(entry -> reached.getOrDefault(entry.getKey(), 0L) >= entry.getValue());
        return missing;
    }
}
