package dev.sagamart.coupon.issuing;

import static dev.sagamart.coupon.CouponClient.key;
import static dev.sagamart.coupon.CouponClient.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagamart.coupon.CouponBooks;
import dev.sagamart.coupon.CouponClient.Reply;
import dev.sagamart.coupon.campaign.Campaign;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.redisson.api.RMap;
import org.redisson.client.codec.StringCodec;
import org.springframework.beans.factory.annotation.Autowired;

/** Counters that are wrong, incomplete or old. */
class RebuiltCountersTest extends IssuingServiceTest {
    @Autowired
    Reconciliation reconciliation;

    @Test
    void a_coupon_that_leaked_comes_back_once_nothing_has_been_under_way_twice() {
        Campaign campaign = campaign(3);
        winner(campaign);
        awaitRows(campaign, 1);
        counters(campaign).put("#left", "0");
        assertThat(issue(campaign).code()).isEqualTo("COUPON_SOLD_OUT");

        compareUntil(() -> stock.of(campaign).orElse(0) == 2);

        assertThat(winner(campaign).status()).isEqualTo(201);
        assertThat(winner(campaign).status()).isEqualTo(201);
        assertThat(winner(campaign).code()).isEqualTo("COUPON_SOLD_OUT");
        awaitRows(campaign, 3);
    }

    @Test
    void counters_are_left_alone_while_a_grant_is_pending() {
        Campaign campaign = campaign(3);
        counters(campaign).put("#left", "1");
        stock.claim(campaign, new Wish(user(), key(), Instant.now()));

        reconciliation.compare();
        reconciliation.compare();
        reconciliation.compare();

        assertThat(stock.overdue(campaign, Instant.now(), 10))
                .hasValueSatisfying(pending -> assertThat(pending).hasSize(1));
        assertThat(stock.of(campaign)).hasValue(0);
        compareUntil(() -> stock.of(campaign).orElse(0) == 2);
        awaitRows(campaign, 1);
    }

    @Test
    void a_coupon_that_only_redis_knows_is_made_known() {
        Campaign campaign = campaign(3);
        String winner = user();
        String key = key();
        var grant = new Grant(campaign.id(), winner, CouponIds.of(campaign, winner), 1, Instant.EPOCH, key);
        counters(campaign).put(winner, grant.toText());
        counters(campaign).put("#left", "2");
        counters(campaign).put("#last", "1");

        compareUntil(() -> CouponBooks.rows(jdbc, campaign.id()) == 1);

        assertThat(coupons.issueAtLast(campaign.id(), winner, key).couponId()).isEqualTo(grant.couponId());
        assertThat(coupons.remaining(campaign.id())).isEqualTo(2);
    }

    @Test
    void a_redis_that_was_put_back_while_it_ran_gives_nothing_out_until_it_has_caught_up() {
        Campaign campaign = campaign(4);
        Map<String, Reply> won = new LinkedHashMap<>();
        win(campaign, won, 1);
        awaitRows(campaign, 1);
        await().until(() -> pending(campaign) == 0);
        byte[] older = redis.getBucket(name(campaign)).dump();
        win(campaign, won, 3);
        await().until(() -> pending(campaign) == 0);

        redis.getBucket(name(campaign)).delete();
        redis.getBucket(name(campaign)).restore(older);

        assertThat(issue(campaign).status()).isEqualTo(503);
        assertThat(winner(campaign).code()).isEqualTo("COUPON_SOLD_OUT");
        won.forEach((key, first) -> assertThat(
                        coupons.issueAtLast(campaign.id(), "u-" + key, key).body())
                .isEqualTo(first.body()));
        awaitRows(campaign, 4);
    }

    @Test
    void positions_go_on_after_a_loss_and_nobody_has_the_same() {
        Campaign campaign = campaign(6);
        winner(campaign);
        stock.claim(campaign, new Wish(user(), key(), Instant.now()));
        winner(campaign);
        awaitRows(campaign, 2);

        redis.getKeys().delete(name(campaign), name(campaign).replace("grants", "pending"));

        Reply next = winner(campaign);
        assertThat(next.body().get("position").asLong()).isEqualTo(4);
        for (int i = 0; i < 3; i++) {
            winner(campaign);
        }
        awaitRows(campaign, 6);
        assertThat(jdbc.sql("select position from coupon where campaign_id = ? order by position")
                        .param(campaign.id())
                        .query(Long.class)
                        .list())
                .containsExactly(1L, 3L, 4L, 5L, 6L, 7L);
    }

    @Test
    void what_the_database_knows_is_not_put_in_place_when_redis_has_lost_it_again() {
        Campaign campaign = campaign(3);
        winner(campaign);
        awaitRows(campaign, 1);
        redis.getKeys().delete(name(campaign));
        var keys = new StockKeys(campaign.id()).stockAndStaged(UUID.randomUUID().toString());

        var said = StockScript.OPEN.run(
                redis, keys, 3, Instant.now().plusSeconds(60).toEpochMilli(), 1, 1, 1);

        assertThat(said).containsExactly("LOST");
        assertThat(winner(campaign).status()).isEqualTo(201);
        assertThat(coupons.remaining(campaign.id())).isEqualTo(1);
        awaitRows(campaign, 2);
    }

    /** It compares by itself, too, but not so often. */
    private void compareUntil(Callable<Boolean> done) {
        await().atMost(PATIENCE).until(() -> {
            reconciliation.compare();
            return done.call();
        });
    }

    private RMap<String, String> counters(Campaign campaign) {
        return redis.getMap(name(campaign), StringCodec.INSTANCE);
    }

    private static String name(Campaign campaign) {
        return new StockKeys(campaign.id()).grants();
    }

    private int pending(Campaign campaign) {
        return stock.overdue(campaign, Instant.now().plusSeconds(1), 10)
                .orElseThrow()
                .size();
    }

    private Reply issue(Campaign campaign) {
        return coupons.issue(campaign.id(), user(), key());
    }

    private Reply winner(Campaign campaign) {
        return coupons.issueAtLast(campaign.id(), user(), key());
    }

    private void win(Campaign campaign, Map<String, Reply> won, int more) {
        for (int i = 0; i < more; i++) {
            String key = key();
            won.put(key, coupons.issueAtLast(campaign.id(), "u-" + key, key));
        }
    }
}
