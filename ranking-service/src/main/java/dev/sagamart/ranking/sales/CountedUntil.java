package dev.sagamart.ranking.sales;

import dev.sagamart.contracts.Topics;
import dev.sagamart.ranking.sales.SalesTopic.Extent;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/** Tells up to when all completed orders that were announced are counted; later ones may be, too. */
@Component
public class CountedUntil {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

    private final SalesTopic topic;
    private final ConsumedOffsets offsets;

    CountedUntil(SalesTopic topic, ConsumedOffsets offsets) {
        this.topic = topic;
        this.offsets = offsets;
    }

    /**
     * Waits a moment for the counting to get where the topic ends now. If it does, all up to now is counted; if not, or
     * if the broker does not answer, as much as was known before. To be asked before the sums are read.
     *
     * @return empty if nothing is known
     */
    public Optional<Instant> moment(Instant now) {
        Optional<Map<Integer, Extent>> extents = topic.extents();
        if (extents.isEmpty()) {
            return oldest(offsets.reached(Topics.ORDER_EVENTS), Set.of()).map(moment -> earlier(moment, now));
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Map<Integer, Reached> reached = offsets.reached(Topics.ORDER_EVENTS);
        while (!behind(extents.get(), reached).isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            reached = offsets.reached(Topics.ORDER_EVENTS);
        }
        return judge(extents.get(), reached, now);
    }

    private Optional<Instant> judge(Map<Integer, Extent> extents, Map<Integer, Reached> reached, Instant now) {
        Set<Integer> behind = behind(extents, reached);
        var complete = new HashSet<>(extents.keySet());
        complete.removeAll(behind);
        offsets.complete(Topics.ORDER_EVENTS, complete, now);
        if (behind.isEmpty()) {
            return Optional.of(now);
        }
        return reached.keySet().containsAll(behind)
                ? oldest(reached, complete).map(moment -> earlier(moment, now))
                : Optional.empty();
    }

    private static Set<Integer> behind(Map<Integer, Extent> extents, Map<Integer, Reached> reached) {
        var behind = new HashSet<Integer>();
        extents.forEach((partition, extent) -> {
            Reached place = reached.get(partition);
            long next = place == null ? 0 : place.next();
            if (Math.max(next, extent.begin()) < extent.end()) {
                behind.add(partition);
            }
        });
        return behind;
    }

    /** Empty, too, if there is one of which nothing is known. */
    private static Optional<Instant> oldest(Map<Integer, Reached> reached, Set<Integer> without) {
        return reached.entrySet().stream()
                .filter(entry -> !without.contains(entry.getKey()))
                .map(entry -> Optional.ofNullable(entry.getValue().completeUntil()))
                .min(Comparator.comparing(moment -> moment.orElse(Instant.MIN)))
                .flatMap(moment -> moment);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
