package dev.sagamart.coupon.issuing;

import dev.sagamart.coupon.campaign.Campaign;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RLock;
import org.redisson.api.RedissonClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Rebuilds the lost counters of a campaign behind the requests that met the loss. Grants of before the loss may still be
 * on their way to the broker: so it waits until the broker takes records, lets the time pass in which they get there and
 * can be answered, waits for the database to catch up, and only then counts.
 */
@Component
class Reopening {
    private static final Logger log = LoggerFactory.getLogger(Reopening.class);
    private static final Executor ASIDE =
            task -> Thread.ofVirtual().name("reopening").start(task);

    private final Set<Long> underWay = ConcurrentHashMap.newKeySet();
    private final RedissonClient redis;
    private final StockOpening opening;
    private final IssuanceProgress progress;
    private final IssuingProperties properties;
    private final Executor later;

    Reopening(RedissonClient redis, StockOpening opening, IssuanceProgress progress, IssuingProperties properties) {
        this.redis = redis;
        this.opening = opening;
        this.progress = progress;
        this.properties = properties;
        this.later = CompletableFuture.delayedExecutor(
                properties.acknowledgement().toMillis(), TimeUnit.MILLISECONDS, ASIDE);
    }

    /** Returns at once; does nothing if this instance is at it already. */
    void begin(Campaign campaign) {
        if (underWay.add(campaign.id())) {
            var _ = CompletableFuture.supplyAsync(() -> isCaughtUp(campaign), ASIDE)
                    .thenAcceptAsync(caughtUp -> reopenIf(caughtUp, campaign), later)
                    .whenComplete((_, failure) -> end(campaign, failure));
        }
    }

    private boolean isCaughtUp(Campaign campaign) {
        boolean caughtUp = progress.awaitCaughtUp(properties.catchingUp());
        if (!caughtUp) {
            log.warn("Campaign {} stays closed for now: the database has not caught up", campaign.id());
        }
        return caughtUp;
    }

    private void reopenIf(boolean caughtUp, Campaign campaign) {
        RLock lock = redis.getLock(new StockKeys(campaign.id()).reopening());
        if (caughtUp && lock.tryLock()) {
            try {
                reopen(campaign);
            } finally {
                lock.unlock();
            }
        }
    }

    private void reopen(Campaign campaign) {
        if (!isCaughtUp(campaign)) {
            return;
        }
        if (opening.reopen(campaign)) {
            log.info("Campaign {} is open again: its counters were rebuilt", campaign.id());
        } else {
            log.warn("Campaign {} stays closed for now: Redis has lost its counters once more", campaign.id());
        }
    }

    private void end(Campaign campaign, @Nullable Throwable failure) {
        underWay.remove(campaign.id());
        if (failure != null) {
            log.warn("Campaign {} stays closed for now: {}", campaign.id(), failure.toString());
        }
    }
}
