package dev.sagamart.order.checkout;

import dev.sagamart.order.ordering.OrdersPlaced;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Begins sagas in the transaction that stores their orders. */
@Component
class CheckoutStart {
    private final CheckoutCoordinator coordinator;

    CheckoutStart(CheckoutCoordinator coordinator) {
        this.coordinator = coordinator;
    }

    @EventListener
    void on(OrdersPlaced placed) {
        coordinator.begin(placed.orders().stream().map(Checkout::of).toList());
    }
}
