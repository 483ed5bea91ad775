package dev.sagamart.ranking.rebuilding;

import dev.sagamart.ranking.popular.RankingWindow;
import dev.sagamart.ranking.popular.RefreshRanking;
import dev.sagamart.ranking.sales.SalesHistory;
import dev.sagamart.ranking.sales.SalesReading;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the topic beside the consumer that goes on counting, and puts what it read in the place of the sums in one
 * transaction. Only for that moment the counting waits; what it counts afterwards is told by its order ids from what the
 * rebuild has read already.
 */
@Component
class RebuildSales {
    /** Clocks differ, and an order is announced a little after its completion. */
    private static final Duration SLACK = Duration.ofHours(1);

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PATIENCE_OF_OTHERS = Duration.ofSeconds(2);

    private final SalesHistory history;
    private final Rebuilds rebuilds;
    private final RefreshRanking refreshRanking;
    private final Clock clock;

    RebuildSales(SalesHistory history, Rebuilds rebuilds, RefreshRanking refreshRanking, Clock clock) {
        this.history = history;
        this.rebuilds = rebuilds;
        this.refreshRanking = refreshRanking;
        this.clock = clock;
    }

    /** @param own one connection, which has the lock of rebuilds */
    void rebuild(UUID id, DataSource own) {
        var jdbc = JdbcClient.create(own);
        var sales = new RebuiltSales(jdbc);
        Instant windowStart = RankingWindow.until(clock.instant()).firstHour();
        try (SalesReading reading = history.since(windowStart.minus(SLACK))) {
            sales.clear();
            reading.toTheEnd(PATIENCE, sales::add);
            Instant firstHour = firstCompleteHour(windowStart, reading.completeSince());
            new TransactionTemplate(new JdbcTransactionManager(own)).executeWithoutResult(status -> {
                sales.stopCounting();
                reading.toTheEnd(PATIENCE_OF_OTHERS, sales::add);
                long changed = sales.replaceCounted(firstHour);
                rebuilds.succeed(jdbc, id, firstHour, sales.orders(firstHour), changed);
            });
            sales.clear();
        }
        refreshRanking.refresh();
    }

    /** Sums that the topic cannot give again any more are left alone. */
    static Instant firstCompleteHour(Instant windowStart, Instant completeSince) {
        if (!completeSince.isAfter(windowStart)) {
            return windowStart;
        }
        return completeSince.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
    }
}
