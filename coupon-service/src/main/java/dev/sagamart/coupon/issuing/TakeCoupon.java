package dev.sagamart.coupon.issuing;

import dev.sagamart.coupon.campaign.Campaign;
import java.util.List;
import org.redisson.client.RedisException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes a coupon from the stock, and makes it known to the broker before the user hears of it. */
@Component
class TakeCoupon {
    private static final Logger log = LoggerFactory.getLogger(TakeCoupon.class);

    private final CouponStock stock;
    private final IssuedCouponFeed feed;
    private final Reopening reopening;
    private final IssuingHours hours;

    TakeCoupon(CouponStock stock, IssuedCouponFeed feed, Reopening reopening, IssuingHours hours) {
        this.stock = stock;
        this.feed = feed;
        this.reopening = reopening;
        this.hours = hours;
    }

    IssuingOutcome take(Campaign campaign, Wish wish) {
        try {
            return outcome(campaign, wish, stock.claim(campaign, wish));
        } catch (RedisException away) {
            log.warn(
                    "Whether a coupon was taken is unknown: {}", away.getClass().getSimpleName());
            return new IssuingOutcome.Unknown();
        }
    }

    private IssuingOutcome outcome(Campaign campaign, Wish wish, Claim claim) {
        return switch (claim) {
            case Claim.Granted granted -> granted(campaign, wish, granted);
            case Claim.SoldOut soldOut -> new IssuingOutcome.SoldOut(soldOut.last());
            case Claim.NotOpen _ -> new IssuingOutcome.NotOpen();
            case Claim.Closed _ -> {
                reopening.begin(campaign);
                yield new IssuingOutcome.Unknown();
            }
        };
    }

    private IssuingOutcome granted(Campaign campaign, Wish wish, Claim.Granted granted) {
        Grant grant = granted.grant();
        if (!grant.requestKey().equals(wish.requestKey())) {
            return new IssuingOutcome.AlreadyIssued(grant.couponId());
        }
        if (granted.pending() && !(hours.isStillWaiting(wish.time()) && feed.send(List.of(grant)))) {
            return new IssuingOutcome.Unknown();
        }
        return new IssuingOutcome.Issued(
                grant.couponId(), campaign.id(), grant.position(), grant.issuedAt(), campaign.validity());
    }
}
