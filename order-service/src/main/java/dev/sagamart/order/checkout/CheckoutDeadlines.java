package dev.sagamart.order.checkout;

import dev.sagamart.messaging.Outgoing;
import dev.sagamart.messaging.Publisher;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Wakes the sagas that waited too long: asks again, or lets the order expire. */
@Component
class CheckoutDeadlines {
    private static final Logger log = LoggerFactory.getLogger(CheckoutDeadlines.class);

    private final CheckoutCoordinator coordinator;
    private final TransactionOperations transactions;
    private final Publisher publisher;

    CheckoutDeadlines(CheckoutCoordinator coordinator, TransactionOperations transactions, Publisher publisher) {
        this.coordinator = coordinator;
        this.transactions = transactions;
        this.publisher = publisher;
    }

    @Scheduled(fixedDelayString = "${sagamart.checkout.sweep-interval:1s}")
    void sweep() {
        try {
            int sent;
            do {
                sent = sweepSome();
            } while (sent > 0);
        } catch (RuntimeException outage) {
            log.warn("Due sagas will be looked at again: {}", outage.toString());
        }
    }

    private int sweepSome() {
        List<Outgoing> outgoing = Objects.requireNonNull(transactions.execute(status -> coordinator.handleDue()));
        publisher.publishAll(outgoing);
        return outgoing.size();
    }
}
