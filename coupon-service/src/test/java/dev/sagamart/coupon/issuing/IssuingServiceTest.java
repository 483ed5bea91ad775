package dev.sagamart.coupon.issuing;

import static org.awaitility.Awaitility.await;

import dev.sagamart.coupon.CouponBooks;
import dev.sagamart.coupon.CouponClient;
import dev.sagamart.coupon.campaign.Campaign;
import dev.sagamart.coupon.campaign.FindCampaign;
import dev.sagamart.testsupport.infrastructure.ServiceTest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.redisson.api.RedissonClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What tests of counters share: the service, a look behind it, and books that balance after each. */
@ServiceTest(database = "coupon")
abstract class IssuingServiceTest {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    RestTestClient http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RedissonClient redis;

    @Autowired
    CouponStock stock;

    @Autowired
    FindCampaign campaigns;

    CouponClient coupons;

    @BeforeEach
    void connect() {
        coupons = new CouponClient(http);
    }

    @AfterEach
    void the_books_balance() {
        CouponBooks.assertBalanced(jdbc);
    }

    final Campaign campaign(long quantity) {
        return campaigns.find(coupons.campaign(quantity)).orElseThrow();
    }

    final void awaitRows(Campaign campaign, long count) {
        await().atMost(PATIENCE).until(() -> CouponBooks.rows(jdbc, campaign.id()) == count);
    }
}
