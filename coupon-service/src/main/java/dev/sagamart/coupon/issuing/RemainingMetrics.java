package dev.sagamart.coupon.issuing;

import dev.sagamart.coupon.campaign.Campaign;
import dev.sagamart.coupon.campaign.CountRemaining;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How many coupons are left of each running campaign, of the newest {@value #MOST} at most. */
@Component
class RemainingMetrics {
    private static final Logger log = LoggerFactory.getLogger(RemainingMetrics.class);
    private static final int MOST = 50;
    private static final Comparator<Campaign> NEWEST_FIRST =
            Comparator.comparingLong(Campaign::id).reversed();

    private final IssuingHours hours;
    private final CountRemaining remaining;
    private final MultiGauge gauge;

    RemainingMetrics(IssuingHours hours, CountRemaining remaining, MeterRegistry meters) {
        this.hours = hours;
        this.remaining = remaining;
        this.gauge = MultiGauge.builder("sagamart.coupons.remaining")
                .description("Coupons that can still be had")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "${sagamart.issuing.metrics-interval:10}", timeUnit = TimeUnit.SECONDS)
    void count() {
        try {
            List<MultiGauge.Row<?>> rows = hours.campaigns().stream()
                    .sorted(NEWEST_FIRST)
                    .limit(MOST)
                    .<MultiGauge.Row<?>>map(this::row)
                    .toList();
            gauge.register(rows, true);
        } catch (RuntimeException away) {
            log.debug("Remaining coupons cannot be counted now", away);
        }
    }

    private MultiGauge.Row<?> row(Campaign campaign) {
        return MultiGauge.Row.of(Tags.of("campaign", Long.toString(campaign.id())), remaining.of(campaign));
    }
}
