package dev.sagamart.coupon.campaign;

import org.springframework.stereotype.Service;

/** Counts the coupons that can still be had; from the database, which lags a little, if the counters are away. */
@Service
public class CountRemaining {
    private final RemainingCoupons remaining;
    private final Campaigns campaigns;

    CountRemaining(RemainingCoupons remaining, Campaigns campaigns) {
        this.remaining = remaining;
        this.campaigns = campaigns;
    }

    public long of(Campaign campaign) {
        return remaining.of(campaign).orElseGet(() -> campaigns.remaining(campaign.id()));
    }
}
