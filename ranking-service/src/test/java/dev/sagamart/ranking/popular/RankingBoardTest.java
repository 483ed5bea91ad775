package dev.sagamart.ranking.popular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.sagamart.testsupport.infrastructure.Infrastructure;
import dev.sagamart.testsupport.infrastructure.ServiceTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redisson.api.RedissonClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest(database = "ranking")
class RankingBoardTest {
    private static final Instant NOW = Instant.parse("2020-06-10T13:30:00Z");

    @Autowired
    RedissonClient redis;

    @Autowired
    JsonMapper json;

    @Autowired
    ComputeRanking computeRanking;

    @Autowired
    HourlyRefresh hourlyRefresh;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    void empty() {
        redis.getBucket(RankingEntry.KEY).delete();
    }

    @AfterEach
    void bring_redis_back() {
        if (!Infrastructure.redis().isRunning()) {
            Infrastructure.redis().start();
        }
        await().ignoreExceptions().until(() -> redis.getKeys().count() >= 0);
    }

    @Test
    void all_instances_see_what_one_has_published() {
        PopularProducts ranking = ranking(NOW);

        board().publish(ranking);

        assertThat(board().latest()).contains(ranking);
        assertThat(redis.<String>getBucket(RankingEntry.KEY).get()).startsWith("{\"asOf\":\"2020-06-10T13:30:00Z\"");
    }

    @Test
    void an_instance_tells_the_last_good_ranking_while_redis_is_away_and_puts_it_back() {
        var board = board();
        board.publish(ranking(NOW));
        Infrastructure.redis().kill();

        assertThat(board.latest()).contains(ranking(NOW));
        board.publish(ranking(NOW.plusSeconds(1)));
        assertThat(board.latest()).contains(ranking(NOW.plusSeconds(1)));
        Infrastructure.redis().start();

        await().untilAsserted(() -> {
            assertThat(board.latest()).contains(ranking(NOW.plusSeconds(1)));
            assertThat(board().latest()).contains(ranking(NOW.plusSeconds(1)));
        });
    }

    @Test
    void a_ranking_that_redis_lost_is_put_back() {
        var board = board();
        board.publish(ranking(NOW));
        redis.getBucket(RankingEntry.KEY).delete();

        board.latest();

        assertThat(board().latest()).contains(ranking(NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"asOf\":", "7", "{\"asOf\":7}"})
    void an_unreadable_entry_is_none_and_is_replaced(String entry) {
        redis.<String>getBucket(RankingEntry.KEY).set(entry);

        assertThat(board().latest()).isEmpty();
        board().publish(ranking(NOW));
        assertThat(board().latest()).contains(ranking(NOW));
    }

    @Test
    void an_instance_that_is_late_does_not_bring_an_older_ranking_back() {
        PopularProducts newer = ranking(NOW.plusMillis(120));
        board().publish(newer);
        var late = board();

        late.publish(ranking(NOW));

        assertThat(board().latest()).contains(newer);
        assertThat(late.latest()).contains(newer);
    }

    @Test
    void whoever_knows_a_newer_ranking_shows_that_one() {
        var board = board();
        board.publish(ranking(NOW.plusSeconds(1)));

        assertThat(board.publish(ranking(NOW))).isEqualTo(ranking(NOW.plusSeconds(1)));
        assertThat(board.publish(new PopularProducts(NOW.plusSeconds(1), 3, List.of()))
                        .items())
                .as("as complete, and computed later")
                .isEmpty();
    }

    @Test
    void after_redis_lost_everything_the_ranking_is_there_again() {
        var board = board();
        board.publish(ranking(NOW));
        redis.getKeys().flushall();

        assertThat(board.latest()).contains(ranking(NOW));

        assertThat(board().latest()).contains(ranking(NOW));
    }

    @Test
    void readers_always_see_a_whole_ranking_and_never_go_back() {
        List<CompletableFuture<Void>> publishing = Stream.of(1, 2)
                .map(instance -> CompletableFuture.runAsync(() -> publishMany(board(), instance)))
                .toList();
        Instant last = NOW;

        board().publish(ranking(NOW));
        while (!publishing.stream().allMatch(CompletableFuture::isDone)) {
            PopularProducts seen = board().latest().orElseThrow();
            assertThat(seen.items()).hasSize(1);
            assertThat(seen.asOf()).isAfterOrEqualTo(last);
            last = seen.asOf();
        }

        publishing.forEach(CompletableFuture::join);
        assertThat(board().latest()).contains(ranking(NOW.plusMillis(300)));
    }

    private static void publishMany(RankingBoard board, int instance) {
        IntStream.rangeClosed(1, 300 / instance)
                .forEach(i -> board.publish(ranking(NOW.plusMillis((long) i * instance))));
    }

    @Test
    void nobody_waits_long_for_a_redis_that_is_away() {
        var entry = new RankingEntry(redis, json, Clock.fixed(NOW, ZoneOffset.UTC));
        Infrastructure.redis().kill();

        long before = System.nanoTime();
        assertThat(entry.read()).isEmpty();
        long first = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            assertThat(entry.read()).isEmpty();
        }

        assertThat(Duration.ofNanos(first - before)).isLessThan(Duration.ofSeconds(2));
        assertThat(Duration.ofNanos(System.nanoTime() - first)).isLessThan(Duration.ofMillis(200));
    }

    @Test
    void the_service_can_start_while_redis_is_away() {
        Infrastructure.redis().kill();
        RedissonClient late = new RedisConfiguration()
                .redisson(new RedisProperties(Infrastructure.redisUrl(), Duration.ofMillis(300)));
        try {
            var entry = new RankingEntry(late, json, Clock.systemUTC());
            assertThat(entry.read()).isEmpty();
            Infrastructure.redis().start();

            await().untilAsserted(() -> {
                entry.replace(ranking(NOW));
                assertThat(entry.read()).contains(ranking(NOW));
            });
        } finally {
            late.shutdown();
        }
    }

    @Test
    void a_missing_or_stale_ranking_is_computed_and_published() {
        var board = board();
        Clock clock = Clock.systemUTC();
        var findPopular = new FindPopular(board, new RefreshRanking(computeRanking, board), clock);

        PopularProducts computed = findPopular.find();

        assertThat(computed.asOf()).isBetween(clock.instant().minusSeconds(60), clock.instant());
        assertThat(board().latest()).contains(computed);
        assertThat(findPopular.find()).isEqualTo(computed);
        var findMuchLater = new FindPopular(
                board, new RefreshRanking(computeRanking, board), Clock.offset(clock, FindPopular.STALE));
        assertThat(findMuchLater.find()).isNotEqualTo(computed);
    }

    @Test
    void a_stale_ranking_is_better_than_none_while_the_database_is_away() {
        var board = board();
        var findPopular = new FindPopular(board, new RefreshRanking(computeRanking, board), Clock.systemUTC());
        Infrastructure.postgres().kill();
        try {
            assertThatThrownBy(findPopular::find).isInstanceOf(DataAccessException.class);

            board.publish(ranking(NOW));
            assertThat(findPopular.find()).isEqualTo(ranking(NOW));
        } finally {
            Infrastructure.postgres().start();
        }
        await().untilAsserted(() -> assertThat(findPopular.find()).isNotEqualTo(ranking(NOW)));
    }

    @Test
    void the_hourly_refresh_is_left_to_the_instance_that_has_the_lock() {
        refreshUntilPublished();
        redis.getBucket(RankingEntry.KEY).delete();

        lock("now() at time zone 'utc' + interval '1 minute'");
        hourlyRefresh.refresh();
        assertThat(redis.getBucket(RankingEntry.KEY).isExists()).isFalse();

        refreshUntilPublished();
    }

    /** At once, unless the service still rests from a Redis that another test took away. */
    private void refreshUntilPublished() {
        await().untilAsserted(() -> {
            lock("now() at time zone 'utc' - interval '1 minute'");
            hourlyRefresh.refresh();
            assertThat(redis.getBucket(RankingEntry.KEY).isExists()).isTrue();
        });
    }

    private void lock(String until) {
        jdbc.update(
                "update shedlock set locked_by = 'another', lock_until = " + until + " where name = 'hourly-refresh'");
    }

    /** That of an instance which has just started. */
    private RankingBoard board() {
        return new RankingBoard(new RankingEntry(redis, json, Clock.systemUTC()));
    }

    private static PopularProducts ranking(Instant asOf) {
        return new PopularProducts(asOf, 3, List.of(new PopularProduct(1, 7, "녹차", 12)));
    }
}
