package dev.sagamart.ranking.popular;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Refreshes the ranking on every full hour, on one instance. */
@Component
class HourlyRefresh {
    private final RefreshRanking refreshRanking;

    HourlyRefresh(RefreshRanking refreshRanking) {
        this.refreshRanking = refreshRanking;
    }

    @Scheduled(cron = "0 0 * * * *", zone = "UTC")
    @SchedulerLock(name = "hourly-refresh")
    void refresh() {
        refreshRanking.refresh();
    }
}
