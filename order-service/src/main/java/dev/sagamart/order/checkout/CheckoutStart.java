package dev.sagamart.order.checkout;

import dev.sagamart.messaging.CurrentTrace;
import dev.sagamart.messaging.Outgoing;
import dev.sagamart.messaging.Publisher;
import dev.sagamart.order.ordering.OrderPlaced;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Begins a saga in the transaction that stores its order and sends the first command right after the commit. If that
 * fails, nothing is lost: the row is due again at the step deadline.
 */
@Component
class CheckoutStart {
    private static final Logger log = LoggerFactory.getLogger(CheckoutStart.class);

    private final CheckoutCoordinator coordinator;
    private final Publisher publisher;
    private final CurrentTrace trace;

    CheckoutStart(CheckoutCoordinator coordinator, Publisher publisher, CurrentTrace trace) {
        this.coordinator = coordinator;
        this.publisher = publisher;
        this.trace = trace;
    }

    @EventListener
    void on(OrderPlaced order) {
        List<Outgoing> commands = coordinator.begin(Checkout.of(order, trace.traceparent()));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                commands.forEach(CheckoutStart.this::send);
            }
        });
    }

    private void send(Outgoing command) {
        var _ = publisher.publish(command).exceptionally(failure -> {
            log.warn("The first command of order {} will be sent again: {}", command.key(), failure.toString());
            return null;
        });
    }
}
