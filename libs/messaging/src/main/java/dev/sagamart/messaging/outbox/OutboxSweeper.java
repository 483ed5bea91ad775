package dev.sagamart.messaging.outbox;

import dev.sagamart.messaging.Envelope;
import dev.sagamart.messaging.Publisher;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionOperations;

/** Sends what a dead process or an absent broker left behind; any number of instances may sweep at once. */
final class OutboxSweeper {
    private static final Logger log = LoggerFactory.getLogger(OutboxSweeper.class);
    private static final int MOST = 500;

    private final OutboxRows rows;
    private final Publisher publisher;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final Duration patience;

    OutboxSweeper(
            OutboxRows rows, Publisher publisher, TransactionOperations transactions, Clock clock, Duration patience) {
        this.rows = rows;
        this.publisher = publisher;
        this.transactions = transactions;
        this.clock = clock;
        this.patience = patience;
    }

    @Scheduled(fixedDelayString = "${sagamart.messaging.outbox-sweep-interval:2s}")
    void sweep() {
        try {
            int swept;
            do {
                swept = transactions.execute(status -> sweepSome());
            } while (swept == MOST);
        } catch (RuntimeException outage) {
            log.warn("The outbox cannot be swept now: {}", outage.toString());
        }
    }

    private int sweepSome() {
        List<Envelope> left = rows.lockOldest(clock.instant().minus(patience), MOST);
        if (left.isEmpty()) {
            return 0;
        }
        List<UUID> acknowledged = acknowledged(publisher.publishEach(left));
        rows.delete(acknowledged);
        log.info("Sent {} of {} messages that were left in the outbox", acknowledged.size(), left.size());
        return acknowledged.size();
    }

    /** One that the broker does not take must not keep the others. */
    private List<UUID> acknowledged(Map<UUID, CompletableFuture<Void>> sent) {
        publisher.await(CompletableFuture.allOf(sent.values().toArray(CompletableFuture[]::new))
                .exceptionally(someFailed -> null));
        return sent.entrySet().stream()
                .filter(one -> !one.getValue().isCompletedExceptionally())
                .map(Map.Entry::getKey)
                .toList();
    }
}
