package dev.sagamart.coupon.issuing;

import static dev.sagamart.coupon.CouponClient.key;
import static dev.sagamart.coupon.CouponClient.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagamart.coupon.CouponClient;
import dev.sagamart.coupon.campaign.Campaign;
import dev.sagamart.coupon.campaign.FindCampaign;
import dev.sagamart.testsupport.infrastructure.ServiceTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Its time stands still, nearly, so what it remembers stays fresh. */
@ServiceTest(database = "coupon")
class ClaimDeskTest {
    @Autowired
    RestTestClient http;

    @Autowired
    RedissonClient redis;

    @Autowired
    FindCampaign campaigns;

    final AtomicLong time = new AtomicLong();
    Campaign campaign;
    ClaimDesk desk;

    @BeforeEach
    void a_campaign_of_two_coupons() {
        campaign = campaigns.find(new CouponClient(http).campaign(2)).orElseThrow();
        await().until(() -> StockCount.read(redis, campaign).isPresent());
        var grants = new StockKeys(campaign.id()).grants();
        var soldOut = new SoldOutMemory(
                () -> redis.<String, String>getMap(grants, StringCodec.INSTANCE).keySet(),
                Duration.ofMillis(300),
                time::incrementAndGet,
                Runnable::run);
        desk = new ClaimDesk(campaign, redis, soldOut);
    }

    @Test
    void those_who_come_too_late_cost_nothing_and_those_who_have_one_are_asked_for() {
        Wish winner = wish();
        Claim won = desk.claim(winner);
        desk.claim(wish());
        assertThat(List.of(desk.claim(wish()), desk.claim(wish()))).containsOnly(new Claim.SoldOut(2));
        assertThat(desk.claim(winner)).isEqualTo(won);

        redis.getKeys().delete(new StockKeys(campaign.id()).grants());

        for (int i = 0; i < 50; i++) {
            assertThat(desk.claim(wish())).isEqualTo(new Claim.SoldOut(2));
        }
        assertThat(desk.claim(winner)).isEqualTo(new Claim.Closed());
    }

    private static Wish wish() {
        return new Wish(user(), key(), Instant.now());
    }
}
