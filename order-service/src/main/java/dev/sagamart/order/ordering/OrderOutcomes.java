package dev.sagamart.order.ordering;

import dev.sagamart.defaults.requests.TiedOutcomes;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Tells how the request for an order ended, by where the order stands. */
@Component
class OrderOutcomes implements TiedOutcomes {
    private final FindOrders orders;

    OrderOutcomes(FindOrders orders) {
        this.orders = orders;
    }

    @Override
    public Outcome of(UUID orderId) {
        String location = "/v1/orders/" + orderId;
        return switch (orders.get(orderId).status()) {
            case PENDING -> new Outcome(null, location);
            case COMPLETED -> new Outcome(HttpStatus.CREATED.value(), location);
            case REJECTED -> new Outcome(HttpStatus.BAD_REQUEST.value(), location);
        };
    }
}
