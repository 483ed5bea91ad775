package dev.sagamart.coupon.issuing;

import dev.sagamart.coupon.campaign.Campaign;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Compares counters with the database while nothing is under way, and has those rebuilt that were wrong twice in a row
 * in the same way. A difference that rebuilding does not end is left to people.
 */
@Component
class Reconciliation {
    private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);

    private record Difference(StockCount count, long issued) {
        /** Whatever the epoch. */
        boolean isAsLargeAs(Difference other) {
            return issued == other.issued
                    && count.left() == other.count.left()
                    && count.holders() == other.count.holders();
        }
    }

    private final Map<Long, Difference> suspected = new ConcurrentHashMap<>();
    private final Map<Long, Difference> tried = new ConcurrentHashMap<>();
    private final RedissonClient redis;
    private final IssuingHours hours;
    private final IssuedCoupons issued;
    private final IssuanceProgress progress;
    private final Reopening reopening;

    Reconciliation(
            RedissonClient redis,
            IssuingHours hours,
            IssuedCoupons issued,
            IssuanceProgress progress,
            Reopening reopening) {
        this.redis = redis;
        this.hours = hours;
        this.issued = issued;
        this.progress = progress;
        this.reopening = reopening;
    }

    @Scheduled(fixedDelayString = "${sagamart.issuing.reconciliation-interval:5s}")
    void compare() {
        try {
            hours.campaigns().forEach(this::compare);
        } catch (RedisException | DataAccessException away) {
            log.warn("Counters cannot be compared: {}", away.getClass().getSimpleName());
        }
    }

    private void compare(Campaign campaign) {
        Optional<StockCount> atRest = StockCount.read(redis, campaign)
                .filter(count -> count.pending() == 0 && progress.awaitCaughtUp(Duration.ZERO));
        if (atRest.isEmpty()) {
            suspected.remove(campaign.id());
            return;
        }
        var difference = new Difference(atRest.get(), issued.count(campaign.id()));
        if (difference.count().agreesWith(campaign, difference.issued())) {
            suspected.remove(campaign.id());
            tried.remove(campaign.id());
        } else if (difference.equals(suspected.put(campaign.id(), difference))) {
            rebuild(campaign, difference);
        }
    }

    private void rebuild(Campaign campaign, Difference difference) {
        Difference before = tried.put(campaign.id(), difference);
        boolean inVain = before != null && before.isAsLargeAs(difference);
        if (!inVain && difference.count().close(redis, campaign)) {
            log.warn("Campaign {} is closed because its counters are wrong: {}", campaign.id(), difference);
            reopening.begin(campaign);
        }
    }
}
