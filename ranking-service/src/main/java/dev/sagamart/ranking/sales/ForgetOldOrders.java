package dev.sagamart.ranking.sales;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps the memory of counted orders small. */
@Component
class ForgetOldOrders {
    private final CountSales countSales;

    ForgetOldOrders(CountSales countSales) {
        this.countSales = countSales;
    }

    @Scheduled(cron = "0 20 * * * *", zone = "UTC")
    @SchedulerLock(name = "forget-old-orders")
    void forget() {
        countSales.forgetOld();
    }
}
