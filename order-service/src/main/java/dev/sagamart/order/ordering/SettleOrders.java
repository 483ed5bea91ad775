package dev.sagamart.order.ordering;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Gives many orders their verdicts at once, and tells whoever waits for them after the commit. */
@Component
public class SettleOrders {
    private final Orders orders;
    private final Verdicts verdicts;
    private final Clock clock;

    SettleOrders(Orders orders, Verdicts verdicts, Clock clock) {
        this.orders = orders;
        this.verdicts = verdicts;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(List<Settlement> settlements) {
        if (settlements.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Map<?, Order> byId = orders
                .findByIdIn(settlements.stream().map(Settlement::orderId).toList())
                .stream()
                .collect(Collectors.toMap(Order::id, Function.identity()));
        var settled = new ArrayList<OrderView>(settlements.size());
        for (Settlement settlement : settlements) {
            Order order = byId.get(settlement.orderId());
            if (order == null) {
                throw new IllegalStateException("a saga without its order: " + settlement.orderId());
            }
            order.settle(settlement, now);
            settled.add(order.view());
        }
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
