package dev.sagamart.coupon.issuing;

import dev.sagamart.coupon.campaign.Campaign;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.redisson.client.RedisException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends again what a dead process or an absent broker left pending; any number of instances may sweep at once. */
@Component
class PendingGrants {
    private static final Logger log = LoggerFactory.getLogger(PendingGrants.class);
    private static final int MOST = 500;

    private final IssuingHours hours;
    private final CouponStock stock;
    private final IssuedCouponFeed feed;
    private final Reopening reopening;

    PendingGrants(IssuingHours hours, CouponStock stock, IssuedCouponFeed feed, Reopening reopening) {
        this.hours = hours;
        this.stock = stock;
        this.feed = feed;
        this.reopening = reopening;
    }

    /** Also finds, from the start on, the campaigns whose counters are missing. */
    @Scheduled(fixedDelayString = "${sagamart.issuing.sweep-interval:1s}")
    void sweep() {
        try {
            hours.campaigns().forEach(this::sweep);
        } catch (RedisException away) {
            log.warn("Pending coupons cannot be looked for: {}", away.getClass().getSimpleName());
        }
    }

    private void sweep(Campaign campaign) {
        Instant asked = hours.now();
        Optional<List<Grant>> overdue = stock.overdue(campaign, hours.overdue(), MOST);
        if (overdue.isEmpty()) {
            reopening.begin(campaign);
        } else if (!overdue.get().isEmpty() && hours.isStillWaiting(asked)) {
            boolean sent = feed.send(overdue.get());
            log.info("{} pending coupons {}", overdue.get().size(), sent ? "sent" : "cannot be sent now");
        }
    }
}
