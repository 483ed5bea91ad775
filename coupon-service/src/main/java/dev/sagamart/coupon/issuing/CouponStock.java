package dev.sagamart.coupon.issuing;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.sagamart.coupon.campaign.Campaign;
import dev.sagamart.coupon.campaign.RemainingCoupons;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;
import org.redisson.client.codec.StringCodec;
import org.springframework.stereotype.Component;

/** The coupons of each campaign that can still be had, and who has the others; in Redis. */
@Component
class CouponStock implements RemainingCoupons {
    private static final Duration IDLE = Duration.ofMinutes(10);
    private static final int SCANNED_AT_ONCE = 1_000;
    private static final Executor ASIDE =
            task -> Thread.ofVirtual().name("coupon-holders").start(task);

    private final LoadingCache<Campaign, ClaimDesk> desks =
            Caffeine.newBuilder().expireAfterAccess(IDLE).build(this::desk);
    private final LoadingCache<Long, Rounds<List<Grant>, String>> confirmations = Caffeine.newBuilder()
            .expireAfterAccess(IDLE)
            .build(campaign -> new Rounds<>(grants -> confirmAll(campaign, grants)));
    private final RedissonClient redis;
    private final IssuingProperties properties;

    CouponStock(RedissonClient redis, IssuingProperties properties) {
        this.redis = redis;
        this.properties = properties;
    }

    private ClaimDesk desk(Campaign campaign) {
        var soldOut = new SoldOutMemory(() -> holders(campaign), properties.soldOut(), System::nanoTime, ASIDE);
        return new ClaimDesk(campaign, redis, soldOut);
    }

    private Iterable<String> holders(Campaign campaign) {
        return redis.<String, String>getMap(new StockKeys(campaign.id()).grants(), StringCodec.INSTANCE)
                .keySet(SCANNED_AT_ONCE);
    }

    /**
     * Takes a coupon for a user who has none; tells which one they have otherwise.
     *
     * @throws RedisException if that is unknown; the same wish can be made again
     */
    Claim claim(Campaign campaign, Wish wish) {
        return desks.get(campaign).claim(wish);
    }

    /** The broker has acknowledged these grants of a campaign: they need not be sent again. */
    void confirm(long campaignId, List<Grant> sent) {
        confirmations.get(campaignId).ask(sent);
    }

    private List<String> confirmAll(long campaignId, List<List<Grant>> sent) {
        Object[] texts = sent.stream().flatMap(List::stream).map(Grant::toText).toArray();
        String state = StockScript.CONFIRM.run(redis, keys(campaignId), texts).getFirst();
        return Collections.nCopies(sent.size(), state);
    }

    /** The grants that have been pending since before then; empty if counters were lost. */
    Optional<List<Grant>> overdue(Campaign campaign, Instant before, int limit) {
        List<String> said = StockScript.OVERDUE.run(redis, keys(campaign.id()), before.toEpochMilli(), limit);
        if (said.getFirst().equals("CLOSED")) {
            return Optional.empty();
        }
        return Optional.of(said.stream()
                .skip(1)
                .map(text -> Grant.parse(campaign.id(), text))
                .toList());
    }

    @Override
    public OptionalLong of(Campaign campaign) {
        try {
            String left = redis.<String, String>getMap(new StockKeys(campaign.id()).grants(), StringCodec.INSTANCE)
                    .get("#left");
            return left == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(left));
        } catch (RedisException away) {
            return OptionalLong.empty();
        }
    }

    private static List<Object> keys(long campaignId) {
        return new StockKeys(campaignId).stock();
    }
}
