package dev.sagamart.messaging.outbox;

import dev.sagamart.messaging.Envelope;
import dev.sagamart.messaging.Publisher;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Sends committed messages at once, without waiting, and deletes the rows that the broker has acknowledged, many at a
 * time. What it cannot send or delete is left to the {@link OutboxSweeper}.
 */
final class OutboxRelay implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int MOST = 1000;

    /** The id of no message. */
    private static final UUID WAKE_UP = new UUID(0, 0);

    private final Publisher publisher;
    private final OutboxRows rows;
    private final BlockingQueue<UUID> acknowledged = new ArrayBlockingQueue<>(10 * MOST);
    private volatile boolean running;

    OutboxRelay(Publisher publisher, OutboxRows rows) {
        this.publisher = publisher;
        this.rows = rows;
    }

    void send(List<Envelope> messages) {
        publisher.publishEach(messages).forEach((id, acknowledgement) -> {
            var _ = acknowledgement.whenComplete((done, failure) -> {
                if (failure == null) {
                    acknowledged.offer(id);
                } else {
                    log.warn("{} stays in the outbox: {}", id, failure.toString());
                }
            });
        });
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("outbox-relay").start(this::deleteAcknowledged);
    }

    private void deleteAcknowledged() {
        var ids = new ArrayList<UUID>(MOST);
        while (running || !acknowledged.isEmpty()) {
            try {
                ids.add(acknowledged.take());
                acknowledged.drainTo(ids, MOST - 1);
                rows.delete(ids);
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failure) {
                log.warn("{} sent rows stay in the outbox for now: {}", ids.size(), failure.toString());
            }
            ids.clear();
        }
    }

    @Override
    public void stop() {
        running = false;
        acknowledged.offer(WAKE_UP);
    }

    /** Goes on until after the last request and the last listener have ended. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
