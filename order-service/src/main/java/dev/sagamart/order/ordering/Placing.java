package dev.sagamart.order.ordering;

import dev.sagamart.defaults.requests.RequestKey;
import dev.sagamart.defaults.requests.Tie;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order that is about to be taken, with the trace of its request. */
record Placing(
        RequestKey key,
        UUID orderId,
        PlaceOrder.Command command,
        @Nullable String traceparent) {

    Tie tie() {
        return new Tie(key, command, orderId);
    }

    Order order(Instant now) {
        return new Order(orderId, key.userId(), command.lines(), command.couponId(), now);
    }

    OrderPlaced placed(Instant now) {
        return new OrderPlaced(orderId, key.userId(), command.lines(), command.couponId(), now, traceparent);
    }
}
