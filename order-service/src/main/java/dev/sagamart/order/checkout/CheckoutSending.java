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

    private void sendAll(List<Outgoing> commands) {
        List<CompletableFuture<Void>> acknowledgements = publisher.publishTogether(commands);
        for (int index = 0; index < acknowledgements.size(); index++) {
            String order = commands.get(index).key();
            var _ = acknowledgements.get(index).exceptionally(failure -> {
                log.warn("A command of order {} will be sent again: {}", order, failure.toString());
                return null;
            });
        }
        int untried = commands.size() - acknowledgements.size();
        if (untried > 0) {
            log.warn("{} more commands will be sent again", untried);
        }
    }
}
