package dev.sagamart.order.ordering;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/** Where requests wait for the verdict on their order: woken by the verdict itself if it is given in this process. */
@Component
public class Verdicts {
    /** How often a request looks at the row, in case the verdict is given by another instance. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private final ConcurrentMap<UUID, CompletableFuture<OrderView>> awaited = new ConcurrentHashMap<>();
    private final FindOrders orders;
    private final Clock clock;

    Verdicts(FindOrders orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    /**
     * Starts to listen; to be called before the order can be settled, and closed after.
     *
     * @return for {@link Awaiting#await}
     */
    public Awaiting awaiting(UUID orderId) {
        return new Awaiting(orderId, awaited.computeIfAbsent(orderId, id -> new CompletableFuture<>()));
    }

    /** Waits for an order that another request has placed. */
    public OrderView join(UUID orderId, Duration atMost) {
        try (Awaiting awaiting = awaiting(orderId)) {
            OrderView order = orders.get(orderId);
            return order.isSettled() ? order : awaiting.await(atMost);
        }
    }

    void announce(OrderView order) {
        CompletableFuture<OrderView> waiting = awaited.remove(order.orderId());
        if (waiting != null) {
            waiting.complete(order);
        }
    }

    /** One request's wait for one order. */
    public final class Awaiting implements AutoCloseable {
        private final UUID orderId;
        private final CompletableFuture<OrderView> verdict;

        private Awaiting(UUID orderId, CompletableFuture<OrderView> verdict) {
            this.orderId = orderId;
            this.verdict = verdict;
        }

        /** Waits at most that long; the order may still be pending then. */
        public OrderView await(Duration atMost) {
            Instant end = clock.instant().plus(atMost);
            while (true) {
                Duration left = Duration.between(clock.instant(), end);
                if (left.isNegative() || left.isZero()) {
                    return orders.get(orderId);
                }
                try {
                    return verdict.get(Math.min(left.toMillis() + 1, LOOK_AGAIN.toMillis()), TimeUnit.MILLISECONDS);
                } catch (TimeoutException notYet) {
                    OrderView order = orders.get(orderId);
                    if (order.isSettled()) {
                        return order;
                    }
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                    return orders.get(orderId);
                } catch (ExecutionException impossible) {
                    throw new IllegalStateException(impossible);
                }
            }
        }

        @Override
        public void close() {
            awaited.remove(orderId, verdict);
        }
    }
}
