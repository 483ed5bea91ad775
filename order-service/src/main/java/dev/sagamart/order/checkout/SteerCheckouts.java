package dev.sagamart.order.checkout;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What an operator may ask of a saga; the saga itself decides whether it is possible. */
@Component
public class SteerCheckouts {
    private final CheckoutCoordinator coordinator;

    SteerCheckouts(CheckoutCoordinator coordinator) {
        this.coordinator = coordinator;
    }

    /** Asks for what is outstanding once more, without waiting until the saga is due. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Steering retry(UUID orderId) {
        return coordinator.steer(orderId, CheckoutRound::retry);
    }

    /** Rejects an order that has no verdict yet, and gives back what it has or may have. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Steering compensate(UUID orderId) {
        return coordinator.steer(orderId, CheckoutRound::callOff);
    }
}
