package dev.sagamart.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.sagamart.gateway.redis.Script;
import dev.sagamart.gateway.redis.Scripts;
import dev.sagamart.gateway.redis.TestRedis;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SharedCountsTest {

    private static final RateLimitProperties LIMITS = new RateLimitProperties(1, 100, 1, 1_000, Duration.ofMillis(10));

    private final String user = UUID.randomUUID().toString();

    @Test
    void two_gateways_admit_one_burst_between_them() {
        var one = gateway();
        var other = gateway();
        for (int i = 0; i < 70; i++) {
            assertThat(one.ofUser(user).admitted()).isTrue();
        }

        await().until(() -> other.ofUser(user).remaining() < 30);

        int admitted = 0;
        while (other.ofUser(user).admitted()) {
            admitted++;
        }
        assertThat(admitted).isLessThan(30);
        await().until(() -> !one.ofUser(user).admitted());
    }

    @Test
    void a_report_that_arrives_twice_counts_once() {
        var scripts = TestRedis.scripts();
        var share = Script.of("limits/share");
        var keys = List.of("limit:report:" + user, "limit:user:" + user);

        long first = owed(scripts, share, keys);
        long again = owed(scripts, share, keys);

        assertThat(first).isEqualTo(5_000_000);
        assertThat(again).isBetween(1L, 5_000_000L);
    }

    private static long owed(Scripts scripts, Script share, List<String> keys) {
        return Long.parseLong(scripts.run(share, keys, 7, 5_000_000)
                .blockOptional()
                .orElseThrow()
                .getFirst());
    }

    private static Allowances gateway() {
        var ticker = Ticker.systemTicker();
        var counts = new SharedCounts(TestRedis.scripts(), LIMITS, ticker, new SimpleMeterRegistry());
        return new Allowances(LIMITS, counts, ticker);
    }
}
