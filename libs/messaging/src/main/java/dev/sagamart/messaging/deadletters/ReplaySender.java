package dev.sagamart.messaging.deadletters;

import dev.sagamart.messaging.PublishFailed;
import dev.sagamart.messaging.Publisher;
import dev.sagamart.messaging.deadletters.Replays.Lane;
import dev.sagamart.messaging.deadletters.Replays.Replay;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sends decided replays, one after the other on each partition, and deletes what the broker has acknowledged. Whoever
 * decides sends at once; what a dead process or an absent broker left behind is swept up by any instance.
 */
final class ReplaySender {
    private static final Logger log = LoggerFactory.getLogger(ReplaySender.class);
    private static final int MOST = 20;

    private final Replays replays;
    private final Publisher publisher;
    private final TransactionOperations transactions;
    private final Duration patience;

    ReplaySender(Replays replays, Publisher publisher, TransactionOperations transactions, Duration patience) {
        this.replays = replays;
        this.publisher = publisher;
        this.transactions = transactions;
        this.patience = patience;
    }

    @Scheduled(fixedDelayString = "${sagamart.dead-letters.sweep-interval:5s}")
    void sweep() {
        try {
            send(replays.leftBehind(patience));
        } catch (RuntimeException outage) {
            log.warn("Replays cannot be looked for now: {}", outage.toString());
        }
    }

    void send(Collection<Lane> lanes) {
        for (Lane lane : lanes) {
            try {
                boolean more;
                do {
                    more = Boolean.TRUE.equals(transactions.execute(status -> sendSome(lane)));
                } while (more);
            } catch (RuntimeException outage) {
                log.warn("Replays of {}-{} wait: {}", lane.topic(), lane.partition(), outage.toString());
            }
        }
    }

    /** What was sent before one fails is done with; those behind it wait for it. */
    private boolean sendSome(Lane lane) {
        List<Replay> next = replays.lockNext(lane, MOST);
        for (Replay replay : next) {
            try {
                publisher.await(publisher.send(replay.message()));
            } catch (PublishFailed outage) {
                log.warn("The replay of {} {} waits: {}", lane.topic(), replay.id(), outage.toString());
                return false;
            }
            replays.delete(replay);
        }
        return next.size() == MOST;
    }
}
