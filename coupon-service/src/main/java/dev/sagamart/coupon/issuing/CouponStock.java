package dev.sagamart.coupon.issuing;

import dev.sagamart.coupon.campaign.Campaign;
import dev.sagamart.coupon.campaign.RemainingCoupons;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;
import org.redisson.client.codec.StringCodec;
import org.springframework.stereotype.Component;

/** The coupons of each campaign that can still be had, and who has the others; in Redis. */
@Component
class CouponStock implements RemainingCoupons {
    private static final String OPEN = "OPEN";
    private final Turnstile turnstile = new Turnstile(IssuingConfiguration.CONNECTIONS * 3 / 4, Duration.ofSeconds(1));
    private final RedissonClient redis;

    CouponStock(RedissonClient redis) {
        this.redis = redis;
    }

    /** Takes a coupon for a user who has none; tells which one they have otherwise. */
    Claim claim(Campaign campaign, String userId, String requestKey, Instant now) {
        Object[] wish = {
            userId,
            CouponIds.of(campaign, userId),
            now.toEpochMilli(),
            requestKey,
            campaign.issuing().contains(now) ? "1" : "0",
            campaign.quantity()
        };
        List<String> said =
                turnstile.pass(() -> StockScript.CLAIM.run(redis, keys(campaign).stock(), wish));
        return switch (said.getFirst()) {
            case "PENDING" -> new Claim.Granted(Grant.parse(campaign.id(), said.get(1)), true);
            case "HELD" -> new Claim.Granted(Grant.parse(campaign.id(), said.get(1)), false);
            case "SOLD_OUT" -> new Claim.SoldOut();
            case "NOT_OPEN" -> new Claim.NotOpen();
            default -> new Claim.Closed();
        };
    }

    /** The broker has acknowledged these grants of a campaign: they need not be sent again. */
    void confirm(long campaignId, List<Grant> sent) {
        Object[] texts = sent.stream().map(Grant::toText).toArray();
        StockScript.CONFIRM.run(redis, new StockKeys(campaignId).stock(), texts);
    }

    /** The grants that have been pending since before then; empty if counters were lost. */
    Optional<List<Grant>> overdue(Campaign campaign, Instant before, int limit) {
        List<String> said =
                StockScript.OVERDUE.run(redis, keys(campaign).stock(), before.toEpochMilli(), Integer.toString(limit));
        if (!said.getFirst().equals(OPEN)) {
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
            String left = redis.<String, String>getMap(keys(campaign).grants(), StringCodec.INSTANCE)
                    .get("#left");
            return left == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(left));
        } catch (RedisException away) {
            return OptionalLong.empty();
        }
    }

    private static StockKeys keys(Campaign campaign) {
        return new StockKeys(campaign.id());
    }
}
