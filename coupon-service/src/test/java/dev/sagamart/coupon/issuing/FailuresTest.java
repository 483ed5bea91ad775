package dev.sagamart.coupon.issuing;

import static dev.sagamart.coupon.CouponClient.key;
import static dev.sagamart.coupon.CouponClient.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagamart.coupon.CouponClient.Reply;
import dev.sagamart.coupon.campaign.Campaign;
import dev.sagamart.testsupport.infrastructure.Infrastructure;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redisson.client.codec.StringCodec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class FailuresTest extends IssuingServiceTest {
    /** Than the shortest time in which coupons can come back. */
    static final Duration LONGER_THAN_A_REBUILD = Duration.ofMillis(3_500);

    @Autowired
    TransactionTemplate transactions;

    String user = user();
    String key = key();

    @Test
    void a_script_that_runs_twice_for_one_request_takes_one_coupon() {
        Campaign campaign = campaign(5);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

        Claim first = stock.claim(campaign, new Wish(user, key, now));
        Claim again = stock.claim(campaign, new Wish(user, key, now.plusMillis(400)));

        assertThat(again).isEqualTo(first);
        assertThat(stock.of(campaign)).hasValue(4);
        assertThat(stock.overdue(campaign, now, 10))
                .hasValueSatisfying(pending -> assertThat(pending).containsExactly(((Claim.Granted) first).grant()));
        awaitRows(campaign, 1);
    }

    @Test
    void a_grant_whose_process_died_before_sending_it_is_sent_by_the_sweep() {
        Campaign campaign = campaign(5);

        Grant grant = ((Claim.Granted) stock.claim(campaign, new Wish(user, key, Instant.now()))).grant();

        awaitRows(campaign, 1);
        await().untilAsserted(() -> assertThat(stock.overdue(campaign, Instant.now(), 10))
                .hasValueSatisfying(pending -> assertThat(pending).isEmpty()));
        Reply retried = coupons.issue(campaign.id(), user, key);
        assertThat(retried.status()).isEqualTo(201);
        assertThat(retried.couponId()).isEqualTo(grant.couponId());
        assertThat(coupons.remaining(campaign.id())).isEqualTo(4);
    }

    @Test
    void a_confirmed_grant_that_redis_has_forgotten_is_counted_again() {
        Campaign campaign = campaign(5);
        Grant grant = ((Claim.Granted) stock.claim(campaign, new Wish(user, key, Instant.now()))).grant();
        coupons.issue(campaign.id(), user, key);
        redis.getMap(new StockKeys(campaign.id()).grants(), StringCodec.INSTANCE)
                .fastRemove(user);
        redis.getMap(new StockKeys(campaign.id()).grants(), StringCodec.INSTANCE)
                .fastPut("#left", "5");

        stock.confirm(campaign.id(), List.of(grant));
        stock.confirm(campaign.id(), List.of(grant));

        assertThat(stock.of(campaign)).hasValue(4);
        assertThat(coupons.issue(campaign.id(), user, key).status()).isEqualTo(201);
        awaitRows(campaign, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"everything", "grants", "pending"})
    void lost_counters_close_the_campaign_until_they_are_rebuilt(String lost) {
        Campaign campaign = campaign(5);
        Map<String, Reply> won = winners(campaign, 3);
        String unsent = user();
        stock.claim(campaign, new Wish(unsent, key, Instant.now()));

        if (lost.equals("everything")) {
            redis.getKeys().flushall();
        } else {
            assertThat(redis.getKeys().delete("coupon:{" + campaign.id() + "}:" + lost))
                    .isOne();
        }

        Reply closed = coupons.issue(campaign.id(), user(), key);
        assertThat(closed.status()).isEqualTo(503);
        assertThat(closed.code()).isEqualTo("SERVICE_UNAVAILABLE");
        assertThat(closed.headers().getFirst("Retry-After")).isEqualTo("1");
        await().atMost(PATIENCE)
                .until(() -> stock.overdue(campaign, Instant.now(), 10).isPresent());
        won.forEach((winner, first) -> {
            assertThat(coupons.issue(campaign.id(), winner, key).body()).isEqualTo(first.body());
            assertThat(coupons.issue(campaign.id(), winner, key()).code()).isEqualTo("COUPON_ALREADY_ISSUED");
        });
        assertThat(coupons.issueAtLast(campaign.id(), unsent, key).status()).isEqualTo(201);
        assertThat(coupons.issueAtLast(campaign.id(), user(), key()).status()).isEqualTo(201);
        assertThat(coupons.issueAtLast(campaign.id(), user(), key()).code()).isEqualTo("COUPON_SOLD_OUT");
        awaitRows(campaign, 5);
    }

    @Test
    void lost_counters_stay_lost_until_the_database_knows_every_coupon() {
        Campaign campaign = campaign(5);
        transactions.executeWithoutResult(held -> {
            jdbc.sql("lock table coupon in exclusive mode").update();
            winners(campaign, 3);
            redis.getKeys().delete(new StockKeys(campaign.id()).grants());

            assertThat(coupons.issue(campaign.id(), user(), key).status()).isEqualTo(503);
            await().during(LONGER_THAN_A_REBUILD)
                    .atMost(LONGER_THAN_A_REBUILD.multipliedBy(3))
                    .until(() -> stock.of(campaign).isEmpty());
        });

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(stock.of(campaign)).hasValue(2));
        awaitRows(campaign, 3);
    }

    @Test
    void a_redis_that_wakes_up_in_an_older_state_gives_nothing_out_until_it_has_caught_up() {
        Campaign campaign = campaign(4);
        Map<String, Reply> won = winners(campaign, 1);
        awaitRows(campaign, 1);
        Map<String, byte[]> older = state(campaign);
        won.putAll(winners(campaign, 3));

        Infrastructure.redis().kill();
        Infrastructure.redis().start();
        older.forEach((name, content) -> {
            redis.getBucket(name).delete();
            redis.getBucket(name).restore(content);
        });

        assertThat(coupons.issueAtLast(campaign.id(), user(), key()).code()).isEqualTo("COUPON_SOLD_OUT");
        won.forEach((winner, first) -> assertThat(
                        coupons.issueAtLast(campaign.id(), winner, key).body())
                .isEqualTo(first.body()));
        awaitRows(campaign, 4);
        assertThat(coupons.remaining(campaign.id())).isZero();
    }

    private Map<String, byte[]> state(Campaign campaign) {
        var content = new LinkedHashMap<String, byte[]>();
        redis.getKeys()
                .getKeysByPattern("coupon:{" + campaign.id() + "}:*")
                .forEach(name -> content.put(name, redis.getBucket(name).dump()));
        return content;
    }

    @Test
    void without_redis_nothing_is_issued_and_the_remaining_number_comes_from_the_database() {
        Campaign campaign = campaign(5);
        Map<String, Reply> won = winners(campaign, 2);
        awaitRows(campaign, 2);

        Infrastructure.redis().stop();
        try {
            assertThat(coupons.issue(campaign.id(), user, key).code()).isEqualTo("SERVICE_UNAVAILABLE");
            assertThat(coupons.remaining(campaign.id())).isEqualTo(3);
            long unopened = coupons.campaign(1);
            assertThat(coupons.remaining(unopened)).isEqualTo(1);
        } finally {
            Infrastructure.redis().start();
        }

        await().atMost(PATIENCE)
                .until(() -> coupons.issue(campaign.id(), user, key).status() == 201);
        assertThat(coupons.remaining(campaign.id())).isEqualTo(2);
        won.forEach((winner, first) ->
                assertThat(coupons.issue(campaign.id(), winner, key).body()).isEqualTo(first.body()));
        awaitRows(campaign, 3);
    }

    @Test
    void a_campaign_created_without_redis_opens_when_it_is_back() {
        Infrastructure.redis().stop();
        long campaign;
        try {
            campaign = coupons.campaign(1);
        } finally {
            Infrastructure.redis().start();
        }

        await().atMost(PATIENCE).until(() -> coupons.issue(campaign, user, key).status() == 201);
        assertThat(coupons.issue(campaign, user(), key()).code()).isEqualTo("COUPON_SOLD_OUT");
    }

    @Test
    void without_kafka_a_grant_stays_pending_and_its_user_gets_it_later() {
        Campaign campaign = campaign(2);
        String other = user();

        Infrastructure.kafka().stop();
        try {
            Reply refused = coupons.issue(campaign.id(), user, key);
            assertThat(refused.code()).isEqualTo("SERVICE_UNAVAILABLE");
            assertThat(coupons.issue(campaign.id(), user, key).status()).isEqualTo(503);
            assertThat(coupons.issue(campaign.id(), other, key).status()).isEqualTo(503);
            assertThat(coupons.remaining(campaign.id())).isZero();
        } finally {
            Infrastructure.kafka().start();
        }

        await().atMost(PATIENCE)
                .until(() -> coupons.issue(campaign.id(), user, key).status() == 201);
        awaitRows(campaign, 2);
        assertThat(coupons.issue(campaign.id(), other, key).status()).isEqualTo(201);
        assertThat(coupons.issue(campaign.id(), user(), key).code()).isEqualTo("COUPON_SOLD_OUT");
    }

    private Map<String, Reply> winners(Campaign campaign, int count) {
        var won = new LinkedHashMap<String, Reply>();
        while (won.size() < count) {
            String winner = user();
            won.put(winner, coupons.issueAtLast(campaign.id(), winner, key));
        }
        return won;
    }
}
