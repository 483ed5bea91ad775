package dev.sagamart.order.checkout;

import dev.sagamart.messaging.CurrentTrace;
import dev.sagamart.order.ordering.OrderPlaced;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Begins a saga in the transaction that stores its order. */
@Component
class CheckoutStart {
    private final CheckoutCoordinator coordinator;
    private final CurrentTrace trace;

    CheckoutStart(CheckoutCoordinator coordinator, CurrentTrace trace) {
        this.coordinator = coordinator;
        this.trace = trace;
    }

    @EventListener
    void on(OrderPlaced order) {
        coordinator.begin(Checkout.of(order, trace.traceparent()));
    }
}
