package dev.sagamart.order.checkout;

import dev.sagamart.messaging.Outgoing;
import dev.sagamart.messaging.Publisher;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sends what no redelivery would send again, right after the commit. If that fails, nothing is lost: the row is due again
 * at the step deadline.
 */
@Component
class CheckoutSending {
    private static final Logger log = LoggerFactory.getLogger(CheckoutSending.class);

    private final Publisher publisher;

    CheckoutSending(Publisher publisher) {
        this.publisher = publisher;
    }

    void afterCommit(List<Outgoing> commands) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                sendAll(commands);
            }
        });
    }

    /** Until one is refused at once: with the broker away, each further one would cost the same wait. */
    private void sendAll(List<Outgoing> commands) {
        int sent = 0;
        while (sent < commands.size() && send(commands.get(sent))) {
            sent++;
        }
        int unsent = commands.size() - sent - 1;
        if (unsent > 0) {
            log.warn("{} more commands will be sent again", unsent);
        }
    }

    private boolean send(Outgoing command) {
        CompletableFuture<Void> acknowledgement = publisher.publish(command);
        boolean accepted = !acknowledgement.isCompletedExceptionally();
        var _ = acknowledgement.exceptionally(failure -> {
            log.warn("A command of order {} will be sent again: {}", command.key(), failure.toString());
            return null;
        });
        return accepted;
    }
}
