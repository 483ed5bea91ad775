package dev.sagamart.ranking.popular;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.ranking.RankingServiceApplication;
import dev.sagamart.testsupport.infrastructure.ServiceTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.reflect.Method;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.support.CronExpression;

@ServiceTest(database = "ranking")
class HourlyRefreshTest {
    private static final int HOURS = 10;

    @Autowired
    ConfigurableApplicationContext first;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void of_two_instances_exactly_one_refreshes_each_hour() {
        try (ConfigurableApplicationContext second = anotherInstance()) {
            double before = refreshes(first) + refreshes(second);

            for (int hour = 1; hour <= HOURS; hour++) {
                jdbc.update("update shedlock set lock_until = now() at time zone 'utc' - interval '1 second'"
                        + " where name = 'hourly-refresh'");
                refreshAtOnce(first, second);

                assertThat(refreshes(first) + refreshes(second) - before).isEqualTo(hour);
            }
        }
    }

    @Test
    void the_hour_is_full_in_utc() throws Exception {
        Method refresh =
                AopUtils.getTargetClass(first.getBean(HourlyRefresh.class)).getDeclaredMethod("refresh");
        Scheduled scheduled = refresh.getAnnotation(Scheduled.class);

        assertThat(CronExpression.parse(scheduled.cron())
                        .next(ZonedDateTime.parse("2026-11-22T23:00:00.001Z")
                                .withZoneSameInstant(ZoneId.of(scheduled.zone()))))
                .isEqualTo(
                        ZonedDateTime.parse("2026-11-23T00:00:00Z").withZoneSameInstant(ZoneId.of(scheduled.zone())));
    }

    /** Of the same PostgreSQL, Redis and Kafka. */
    private ConfigurableApplicationContext anotherInstance() {
        var infrastructure = first.getEnvironment().getPropertySources().get("infrastructure");
        return new SpringApplicationBuilder(RankingServiceApplication.class)
                .initializers(
                        context -> context.getEnvironment().getPropertySources().addFirst(infrastructure))
                .run("--server.port=0");
    }

    private static void refreshAtOnce(ApplicationContext... instances) {
        var together = new CyclicBarrier(instances.length);
        List<CompletableFuture<Void>> refreshing = List.of(instances).stream()
                .map(instance -> instance.getBean(HourlyRefresh.class))
                .map(job -> CompletableFuture.runAsync(() -> {
                    await(together);
                    job.refresh();
                }))
                .toList();
        refreshing.forEach(CompletableFuture::join);
    }

    private static void await(CyclicBarrier together) {
        try {
            together.await();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static double refreshes(ApplicationContext instance) {
        return instance.getBean(MeterRegistry.class)
                .get("sagamart.ranking.refreshes")
                .counter()
                .count();
    }
}
