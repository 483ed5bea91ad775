package dev.sagamart.order.ordering;

import dev.sagamart.defaults.requests.RequestKey;
import dev.sagamart.defaults.requests.RequestKeys;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes an order, once per request key. */
@Component
public class PlaceOrder {
    /** What is ordered: 1..20 lines of distinct products, and perhaps a coupon. */
    public record Command(List<OrderLine> lines, @Nullable UUID couponId) {}

    /** The order of this request; {@code isNew} is false if an earlier request with the same key placed it. */
    public record Placed(UUID orderId, boolean isNew) {}

    private final Orders orders;
    private final RequestKeys requests;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PlaceOrder(Orders orders, RequestKeys requests, ApplicationEventPublisher events, Clock clock) {
        this.orders = orders;
        this.requests = requests;
        this.events = events;
        this.clock = clock;
    }

    /** @param orderId the id of the order if this is the first request with its key */
    @Transactional
    public Placed place(RequestKey key, UUID orderId, Command command) {
        Optional<UUID> earlier = requests.tie(key, command, orderId);
        if (earlier.isPresent()) {
            return new Placed(earlier.get(), false);
        }
        Instant now = clock.instant();
        orders.save(new Order(orderId, key.userId(), command.lines(), command.couponId(), now));
        events.publishEvent(new OrderPlaced(orderId, key.userId(), command.lines(), command.couponId(), now));
        return new Placed(orderId, true);
    }
}
