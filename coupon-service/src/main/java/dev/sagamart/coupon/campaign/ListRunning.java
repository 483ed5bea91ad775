package dev.sagamart.coupon.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;

/** Lists the campaigns whose coupons can be had, or could be had until a short while ago. */
@Service
public class ListRunning {
    private final Campaigns campaigns;

    ListRunning(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    /** @param aftermath how long a campaign still counts after its end */
    public List<Campaign> at(Instant now, Duration aftermath) {
        return campaigns.issuingBetween(now.minus(aftermath), now);
    }
}
