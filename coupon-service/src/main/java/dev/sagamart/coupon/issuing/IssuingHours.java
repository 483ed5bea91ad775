package dev.sagamart.coupon.issuing;

import dev.sagamart.coupon.campaign.Campaign;
import dev.sagamart.coupon.campaign.ListRunning;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells which campaigns Redis has to know: from their beginning until a while after their end. */
@Component
class IssuingHours {
    private final ListRunning running;
    private final IssuingProperties properties;
    private final Clock clock;

    IssuingHours(ListRunning running, IssuingProperties properties, Clock clock) {
        this.running = running;
        this.properties = properties;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** Before its beginning nobody can have won, and long after its end nobody asks. */
    boolean mayHaveGrants(Campaign campaign, Instant now) {
        Instant forgotten = campaign.issuing().until().plus(properties.aftermath());
        return !now.isBefore(campaign.issuing().from()) && now.isBefore(forgotten);
    }

    List<Campaign> campaigns() {
        return running.at(now(), properties.aftermath());
    }

    /**
     * Whether a request of that time can still be answered. If this process has slept meanwhile, what Redis said then
     * may be wrong by now, and others may have rebuilt the counters.
     */
    boolean isStillWaiting(Instant requested) {
        return now().isBefore(requested.plus(properties.acknowledgement()));
    }

    /** Grants of before then are overdue. */
    Instant overdue() {
        return now().minus(properties.patience());
    }
}
