package dev.sagamart.coupon.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;

/** Lists the campaigns whose coupons can be had, or could be had until a short while ago. */
@Service
public class ListRunning {
    private final Campaigns campaigns;
    private final FindCampaign known;

    ListRunning(Campaigns campaigns, FindCampaign known) {
        this.campaigns = campaigns;
        this.known = known;
    }

    /** @param aftermath how long a campaign still counts after its end */
    public List<Campaign> at(Instant now, Duration aftermath) {
        List<Campaign> running = campaigns.issuingBetween(now.minus(aftermath), now);
        running.forEach(known::remember);
        return running;
    }
}
