package dev.sagamart.coupon.demand;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A second of a campaign. */
record Second(long campaignId, Instant time) {
    static Second of(long campaignId, Instant time) {
        return new Second(campaignId, time.truncatedTo(ChronoUnit.SECONDS));
    }
}
