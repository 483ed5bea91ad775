package dev.sagamart.coupon.issuing;

import dev.sagamart.coupon.campaign.Campaign;
import dev.sagamart.coupon.demand.Demand;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.redisson.api.RedissonClient;
import org.springframework.stereotype.Component;

/** Puts a campaign's counters into Redis in one step; does nothing when they are there. */
@Component
class StockOpening {
    /** How long Redis keeps a campaign after its end. */
    private static final Duration MEMORY = Duration.ofDays(2);

    private final RedissonClient redis;
    private final IssuedCoupons issued;
    private final Demand demand;

    StockOpening(RedissonClient redis, IssuedCoupons issued, Demand demand) {
        this.redis = redis;
        this.issued = issued;
        this.demand = demand;
    }

    /** Opens a campaign of which nothing has been issued. */
    void openNew(Campaign campaign) {
        var _ = open(campaign, new Staging(redis, campaign.id()), 0);
    }

    /**
     * Opens a campaign with what the database knows of it, and what Redis still does.
     *
     * @return false if Redis has meanwhile lost what it was told
     */
    boolean reopen(Campaign campaign) {
        var staging = new Staging(redis, campaign.id());
        issued.forEachChunk(campaign.id(), staging::add);
        return open(campaign, staging, demand.lastRefusedAfter(campaign.id()));
    }

    /** @param last the highest position that anybody was told, apart from those of the staged grants */
    private boolean open(Campaign campaign, Staging staged, long last) {
        return StockScript.OPEN
                .run(
                        redis,
                        staged.keys(),
                        campaign.quantity(),
                        campaign.issuing().until().plus(MEMORY).toEpochMilli(),
                        issued.nextEpoch(),
                        staged.count(),
                        Math.max(last, staged.last()))
                .getFirst()
                .equals("OPEN");
    }

    /** Gathers in Redis what the database knows. */
    private static final class Staging {
        private final RedissonClient redis;
        private final List<Object> keys;
        private long count;
        private long last;

        Staging(RedissonClient redis, long campaignId) {
            this.redis = redis;
            this.keys =
                    new StockKeys(campaignId).stockAndStaged(UUID.randomUUID().toString());
        }

        void add(List<Grant> chunk) {
            StockScript.STAGE.run(redis, keys, chunk.stream().map(Grant::toText).toArray());
            count += chunk.size();
            last = Math.max(
                    last, chunk.stream().mapToLong(Grant::position).max().orElse(0));
        }

        List<Object> keys() {
            return keys;
        }

        long count() {
            return count;
        }

        long last() {
            return last;
        }
    }
}
