package dev.sagamart.ranking.sales;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Counts each completed order once. Orders are remembered by their id for {@link #MEMORY}; one that was completed longer
 * ago is not counted, for it is out of the ranking's window anyway and nobody knows any more whether it was.
 */
@Component
class CountSales {
    static final Duration MEMORY = Duration.ofDays(8);

    private final CountedOrders orders;
    private final HourlySales hours;
    private final Clock clock;

    CountSales(CountedOrders orders, HourlySales hours, Clock clock) {
        this.orders = orders;
        this.hours = hours;
        this.clock = clock;
    }

    /** To be called in the transaction of the batch: three statements, however many sales. */
    void count(List<Sale> sales) {
        Instant horizon = clock.instant().minus(MEMORY);
        List<Sale> young = sales.stream()
                .filter(sale -> !sale.completedAt().isBefore(horizon))
                .toList();
        hours.add(orders.addNew(young));
    }

    /** Forgets the orders that are too old to be counted; some at a time, each time in its own transaction. */
    void forgetOld() {
        Instant horizon = clock.instant().minus(MEMORY);
        while (orders.forgetSome(horizon)) {
            // until none is left
        }
    }
}
