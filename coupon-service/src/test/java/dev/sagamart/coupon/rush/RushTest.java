package dev.sagamart.coupon.rush;

import static dev.sagamart.coupon.CouponClient.key;
import static dev.sagamart.coupon.CouponClient.user;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagamart.coupon.CouponBooks;
import dev.sagamart.coupon.CouponClient;
import dev.sagamart.coupon.CouponClient.Reply;
import dev.sagamart.testsupport.infrastructure.Infrastructure;
import dev.sagamart.testsupport.infrastructure.ServiceTest;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.redisson.api.RedissonClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * A crowd comes to two instances while Redis goes back in time. {@code -Dsagamart.rush.faults=all} breaks all that is
 * known here, and {@code sagamart.rush.users}, {@code sagamart.rush.coupons} and {@code sagamart.rush.pause} (seconds)
 * make it as large as you like.
 */
@ServiceTest(database = "coupon")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RushTest {
    private static final int USERS = Integer.getInteger("sagamart.rush.users", 1_200);
    private static final int COUPONS = Integer.getInteger("sagamart.rush.coupons", 600);
    private static final Duration PAUSE = Duration.ofSeconds(Long.getLong("sagamart.rush.pause", 3));
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String NEEDS_PROCESS = "the files and the process of a Redis in a container are out of reach";

    @Autowired
    RestTestClient http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RedissonClient redis;

    @Autowired
    Environment environment;

    SecondInstance second;
    CouponClient coupons;
    RedisProcess redisProcess;
    long campaign;

    @BeforeEach
    void two_instances_and_a_campaign() {
        if (second == null) {
            second = new SecondInstance(environment);
        }
        coupons = new CouponClient(http);
        redisProcess = new RedisProcess(redis);
        campaign = coupons.campaign(COUPONS);
    }

    @AfterAll
    void one_instance_is_enough_again() {
        if (second != null) {
            second.close();
        }
    }

    @AfterEach
    void the_books_balance() {
        CouponBooks.assertBalanced(jdbc);
    }

    @Test
    @EnabledIfSystemProperty(named = "sagamart.rush.faults", matches = "all")
    void redis_is_killed() throws Exception {
        rushWhile(rush -> {
            Infrastructure.redis().kill();
            rush.awaitTrouble(20);
            Infrastructure.redis().start();
        });
    }

    @Test
    @EnabledIfSystemProperty(named = "sagamart.rush.faults", matches = "all")
    void redis_is_emptied() throws Exception {
        rushWhile(rush -> {
            redis.getKeys().flushall();
            rush.awaitTrouble(20);
        });
    }

    @Test
    @EnabledIfSystemProperty(named = "sagamart.rush.faults", matches = "all")
    void redis_is_emptied_while_it_is_being_rebuilt() throws Exception {
        rushWhile(rush -> {
            redis.getKeys().flushall();
            await().atMost(PATIENCE).until(() -> redis.getKeys().countExists("coupon:{" + campaign + "}:grants") == 1);
            redis.getKeys().flushall();
            rush.awaitTrouble(20);
        });
    }

    @Test
    @DisabledIfSystemProperty(named = "sagamart.infrastructure", matches = "containers", disabledReason = NEEDS_PROCESS)
    void redis_is_rolled_back() throws Exception {
        rushWhile(rush -> {
            RedisProcess.Snapshot older = redisProcess.snapshot();
            rush.awaitOutcomes(COUPONS / 2);
            older.bringBack();
        });
    }

    @Test
    @EnabledIfSystemProperty(named = "sagamart.rush.faults", matches = "all")
    @DisabledIfSystemProperty(named = "sagamart.infrastructure", matches = "containers", disabledReason = NEEDS_PROCESS)
    void redis_stands_still() throws Exception {
        rushWhile(rush -> {
            try (var _ = redisProcess.pause()) {
                await().pollDelay(PAUSE).atMost(PAUSE.plusSeconds(5)).until(() -> true);
            }
        });
    }

    @Test
    @EnabledIfSystemProperty(named = "sagamart.rush.faults", matches = "all")
    void kafka_is_killed() throws Exception {
        rushWhile(rush -> {
            Infrastructure.kafka().kill();
            rush.awaitTrouble(5);
            Infrastructure.kafka().start();
        });
    }

    @Test
    @EnabledIfSystemProperty(named = "sagamart.rush.faults", matches = "all")
    void redis_is_emptied_while_kafka_is_away() throws Exception {
        rushWhile(rush -> {
            Infrastructure.kafka().kill();
            rush.awaitTrouble(5);
            redis.getKeys().flushall();
            rush.awaitTrouble(20);
            Infrastructure.kafka().start();
        });
    }

    private interface Fault {
        void strike(Rush rush);
    }

    private void rushWhile(Fault fault) throws Exception {
        try (var rush = start()) {
            rush.awaitOutcomes(COUPONS / 3);
            fault.strike(rush);
            assertFair(rush.outcomes());
        }
    }

    private Rush start() {
        await().until(() -> coupons.remaining(campaign) == COUPONS);
        return new Rush(campaign, USERS, List.of(coupons, second.client()));
    }

    private void assertFair(Map<String, Reply> outcomes) {
        Map<String, Reply> won = outcomes.entrySet().stream()
                .filter(entry -> entry.getValue().status() == 201)
                .collect(toMap(Entry::getKey, Entry::getValue));
        assertThat(outcomes.values())
                .filteredOn(reply -> reply.status() != 201)
                .allMatch(reply -> reply.code().equals("COUPON_SOLD_OUT"));
        assertThat(won).hasSize(COUPONS);
        var positions = new HashSet<>(won.values().stream()
                .map(it -> it.body().get("position").asLong())
                .toList());
        assertThat(positions).hasSize(COUPONS);
        await().atMost(PATIENCE).until(() -> CouponBooks.rows(jdbc, campaign) == COUPONS);
        assertThat(inDatabase())
                .isEqualTo(won.entrySet().stream()
                        .collect(toMap(Entry::getKey, it -> it.getValue().text("couponId"))));
        await().atMost(PATIENCE)
                .until(() -> coupons.issueAtLast(campaign, user(), key()).code(), "COUPON_SOLD_OUT"::equals);
        assertThat(coupons.remaining(campaign)).isZero();
        won.entrySet().stream()
                .limit(5)
                .forEach(it -> assertThat(coupons.issueAtLast(campaign, it.getKey(), Rush.key(it.getKey()))
                                .body())
                        .isEqualTo(it.getValue().body()));
    }

    private Map<String, String> inDatabase() {
        return jdbc
                .sql("select user_id, id::text from coupon where campaign_id = ?")
                .param(campaign)
                .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(toMap(Entry::getKey, Entry::getValue));
    }
}
