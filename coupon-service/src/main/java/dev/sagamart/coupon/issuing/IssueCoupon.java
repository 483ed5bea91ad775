package dev.sagamart.coupon.issuing;

import dev.sagamart.coupon.campaign.Campaign;
import dev.sagamart.coupon.campaign.FindCampaign;
import java.time.Instant;
import java.util.List;
import org.redisson.client.RedisException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Gives a user a coupon, first come, first served, without the database: it is told of it by the broker. */
@Service
public class IssueCoupon {
    private static final Logger log = LoggerFactory.getLogger(IssueCoupon.class);

    private final FindCampaign campaigns;
    private final CouponStock stock;
    private final IssuedCouponFeed feed;
    private final Reopening reopening;
    private final IssuingHours hours;

    IssueCoupon(
            FindCampaign campaigns, CouponStock stock, IssuedCouponFeed feed, Reopening reopening, IssuingHours hours) {
        this.campaigns = campaigns;
        this.stock = stock;
        this.feed = feed;
        this.reopening = reopening;
        this.hours = hours;
    }

    /** @param requestKey the same wish of the same user leads to the same coupon */
    public IssuingOutcome issue(long campaignId, String userId, String requestKey) {
        return campaigns
                .find(campaignId)
                .map(campaign -> issue(campaign, userId, requestKey))
                .orElseGet(IssuingOutcome.NoSuchCampaign::new);
    }

    private IssuingOutcome issue(Campaign campaign, String userId, String requestKey) {
        Instant now = hours.now();
        if (!hours.mayHaveGrants(campaign, now)) {
            return new IssuingOutcome.NotOpen();
        }
        try {
            return outcome(campaign, requestKey, stock.claim(campaign, new Wish(userId, requestKey, now)));
        } catch (RedisException away) {
            log.warn(
                    "Whether a coupon was taken is unknown: {}", away.getClass().getSimpleName());
            return new IssuingOutcome.Unknown();
        }
    }

    private IssuingOutcome outcome(Campaign campaign, String requestKey, Claim claim) {
        return switch (claim) {
            case Claim.Granted granted -> granted(campaign, requestKey, granted);
            case Claim.SoldOut _ -> new IssuingOutcome.SoldOut();
            case Claim.NotOpen _ -> new IssuingOutcome.NotOpen();
            case Claim.Closed _ -> {
                reopening.begin(campaign);
                yield new IssuingOutcome.Unknown();
            }
        };
    }

    private IssuingOutcome granted(Campaign campaign, String requestKey, Claim.Granted granted) {
        Grant grant = granted.grant();
        if (!grant.requestKey().equals(requestKey)) {
            return new IssuingOutcome.AlreadyIssued(grant.couponId());
        }
        if (granted.pending() && !feed.send(List.of(grant))) {
            return new IssuingOutcome.Unknown();
        }
        return new IssuingOutcome.Issued(grant.couponId(), campaign.id(), grant.issuedAt(), campaign.validity());
    }
}
