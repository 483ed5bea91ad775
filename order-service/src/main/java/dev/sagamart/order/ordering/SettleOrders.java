package dev.sagamart.order.ordering;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Gives many orders their verdicts at once, and tells whoever waits for them after the commit. */
@Component
public class SettleOrders {
    private final SettledOrders orders;
    private final Verdicts verdicts;
    private final Clock clock;

    SettleOrders(SettledOrders orders, Verdicts verdicts, Clock clock) {
        this.orders = orders;
        this.verdicts = verdicts;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(List<Settlement> settlements) {
        if (settlements.isEmpty()) {
            return;
        }
        List<OrderView> settled = orders.settle(settlements, clock.instant());
        afterCommit(() -> settled.forEach(verdicts::announce));
    }

    private static void afterCommit(Runnable action) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                action.run();
            }
        });
    }
}
