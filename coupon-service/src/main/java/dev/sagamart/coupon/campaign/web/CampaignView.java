package dev.sagamart.coupon.campaign.web;

import dev.sagamart.coupon.campaign.Campaign;
import dev.sagamart.coupon.campaign.Discount;
import java.time.Instant;

/** A campaign as anybody may see it. */
record CampaignView(
        long campaignId,
        String name,
        Discount discount,
        long quantity,
        long remaining,
        Instant issueFrom,
        Instant issueUntil,
        Instant validFrom,
        Instant validUntil) {
    static CampaignView of(Campaign campaign, long remaining) {
        return new CampaignView(
                campaign.id(),
                campaign.name(),
                campaign.discount(),
                campaign.quantity(),
                remaining,
                campaign.issuing().from(),
                campaign.issuing().until(),
                campaign.validity().from(),
                campaign.validity().until());
    }
}
