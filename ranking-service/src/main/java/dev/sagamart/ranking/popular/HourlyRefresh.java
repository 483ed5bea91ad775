package dev.sagamart.ranking.popular;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Refreshes the ranking on every full hour, on one instance. */
@Component
class HourlyRefresh {
    private final RefreshRanking refreshRanking;
    private final Counter refreshes;

    HourlyRefresh(RefreshRanking refreshRanking, MeterRegistry meters) {
        this.refreshRanking = refreshRanking;
        this.refreshes = Counter.builder("sagamart.ranking.refreshes")
                .description("Hourly refreshes that this instance made")
                .register(meters);
    }

    @Scheduled(cron = "0 0 * * * *", zone = "UTC")
    @SchedulerLock(name = "hourly-refresh")
    void refresh() {
        refreshRanking.refresh();
        refreshes.increment();
    }
}
