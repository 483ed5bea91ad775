package dev.sagamart.coupon.demand;

import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Counts who asks for coupons, in memory, and writes the figures down behind those who ask. */
@Component
public class Demand {
    private static final Logger log = LoggerFactory.getLogger(Demand.class);

    private final Map<Second, Figures> counted = new ConcurrentHashMap<>();
    private final DemandRows rows;

    Demand(DemandRows rows) {
        this.rows = rows;
    }

    /** Somebody got a coupon, or was told of the one they have. */
    public void served(long campaignId, Instant time) {
        count(campaignId, time, Figures.ONE_SERVED);
    }

    /**
     * Somebody was told that none is left.
     *
     * @param position the last one that was given by then
     */
    public void refusedAfter(long position, long campaignId, Instant time) {
        count(campaignId, time, Figures.oneRefusedAfter(position));
    }

    /** Somebody was asked to try again. */
    public void unanswered(long campaignId, Instant time) {
        count(campaignId, time, Figures.ONE_UNANSWERED);
    }

    private void count(long campaignId, Instant time, Figures one) {
        counted.merge(Second.of(campaignId, time), one, Figures::plus);
    }

    /** The last position that anybody was refused after, as far as it is written down; 0 if nobody was. */
    public long lastRefusedAfter(long campaignId) {
        writeDown();
        return rows.lastRefusedAfter(campaignId);
    }

    /** What cannot be written now is kept for the next time. */
    @Scheduled(fixedDelayString = "${sagamart.issuing.demand-interval:1s}")
    @PreDestroy
    void writeDown() {
        Map<Second, Figures> taken = new HashMap<>();
        Set.copyOf(counted.keySet()).forEach(second -> {
            Figures figures = counted.remove(second);
            if (figures != null) {
                taken.put(second, figures);
            }
        });
        if (taken.isEmpty()) {
            return;
        }
        try {
            rows.add(taken);
        } catch (DataAccessException | TransactionException away) {
            log.warn("The demand of {} seconds cannot be written down now", taken.size(), away);
            taken.forEach((second, figures) -> counted.merge(second, figures, Figures::plus));
        }
    }
}
