package dev.sagamart.coupon.issuing;

import dev.sagamart.coupon.campaign.Campaign;
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

    StockOpening(RedissonClient redis, IssuedCoupons issued) {
        this.redis = redis;
        this.issued = issued;
    }

    /** Opens a campaign of which nothing has been issued. */
    void openNew(Campaign campaign) {
        open(campaign, UUID.randomUUID().toString());
    }

    /** Opens a campaign with what the database knows of it, and what Redis still does. */
    void reopen(Campaign campaign) {
        String token = UUID.randomUUID().toString();
        List<Object> keys = new StockKeys(campaign.id()).stockAndStaged(token);
        issued.forEachChunk(
                campaign.id(),
                chunk -> StockScript.STAGE.run(
                        redis, keys, chunk.stream().map(Grant::toText).toArray()));
        open(campaign, token);
    }

    private void open(Campaign campaign, String token) {
        StockScript.OPEN.run(
                redis,
                new StockKeys(campaign.id()).stockAndStaged(token),
                campaign.quantity(),
                campaign.issuing().until().plus(MEMORY).toEpochMilli());
    }
}
