package dev.sagamart.order.operating;

import dev.sagamart.order.checkout.CheckoutEvent;
import dev.sagamart.order.checkout.CheckoutView;
import dev.sagamart.order.checkout.FindCheckouts;
import dev.sagamart.order.ordering.FindOrders;
import dev.sagamart.order.ordering.OrderView;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Collects all that is known about the way of an order. */
@Component
public class ReadTimeline {
    /**
     * The way of an order.
     *
     * @param events of its saga; empty if the saga is so old that its row is gone
     * @param actions what operators did
     */
    public record Timeline(OrderView order, List<CheckoutEvent> events, List<OperatorAction> actions) {}

    private final FindOrders orders;
    private final FindCheckouts checkouts;
    private final OperatorActions actions;

    ReadTimeline(FindOrders orders, FindCheckouts checkouts, OperatorActions actions) {
        this.orders = orders;
        this.checkouts = checkouts;
        this.actions = actions;
    }

    /** The timeline of a user's own order. */
    public Optional<Timeline> of(String userId, UUID orderId) {
        return orders.of(userId, orderId).map(this::timeline);
    }

    public Optional<Timeline> ofAnybody(UUID orderId) {
        return orders.ofAnybody(orderId).map(this::timeline);
    }

    private Timeline timeline(OrderView order) {
        List<CheckoutEvent> events =
                checkouts.of(order.orderId()).map(CheckoutView::events).orElseGet(List::of);
        return new Timeline(order, events, actions.of(order.orderId()));
    }
}
