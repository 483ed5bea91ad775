package dev.sagamart.coupon.issuing;

import dev.sagamart.coupon.campaign.Campaign;
import dev.sagamart.coupon.campaign.FindCampaign;
import dev.sagamart.coupon.demand.Demand;
import java.time.Instant;
import org.springframework.stereotype.Service;

/** Gives a user a coupon, first come, first served, without the database: it is told of it by the broker. */
@Service
public class IssueCoupon {
    private final FindCampaign campaigns;
    private final IssuingHours hours;
    private final TakeCoupon takeCoupon;
    private final Demand demand;

    IssueCoupon(FindCampaign campaigns, IssuingHours hours, TakeCoupon takeCoupon, Demand demand) {
        this.campaigns = campaigns;
        this.hours = hours;
        this.takeCoupon = takeCoupon;
        this.demand = demand;
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
        IssuingOutcome outcome = takeCoupon.take(campaign, new Wish(userId, requestKey, now));
        count(campaign, now, outcome);
        return outcome;
    }

    private void count(Campaign campaign, Instant time, IssuingOutcome outcome) {
        switch (outcome) {
            case IssuingOutcome.Issued _, IssuingOutcome.AlreadyIssued _ -> demand.served(campaign.id(), time);
            case IssuingOutcome.SoldOut soldOut -> demand.refusedAfter(soldOut.last(), campaign.id(), time);
            case IssuingOutcome.Unknown _ -> demand.unanswered(campaign.id(), time);
            case IssuingOutcome.NotOpen _, IssuingOutcome.NoSuchCampaign _ -> {}
        }
    }
}
