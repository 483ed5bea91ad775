package dev.sagamart.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagamart.systemtests.http.Call;
import dev.sagamart.systemtests.http.Client;
import dev.sagamart.systemtests.http.Reply;
import dev.sagamart.systemtests.shop.Pages;
import dev.sagamart.systemtests.shop.Shop;
import dev.sagamart.systemtests.suite.SuiteUnderTest;
import dev.sagamart.systemtests.suite.SystemTest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What a client hears while something is away or hangs, and that all is well afterwards. */
@SystemTest
@Order(5)
class OutageIT {
    private final SuiteUnderTest suite;
    private final Client client;
    private final Shop shop;

    OutageIT(SuiteUnderTest suite) {
        this.suite = suite;
        this.client = new Client(suite);
        this.shop = new Shop(client);
    }

    @Test
    void a_service_that_is_away_is_unavailable_and_what_it_missed_arrives_later() {
        String user = Shop.user("patient");
        suite.kill("charge-log");

        Reply away = client.get("/v1/points/charges").as(user).send();
        shop.charge(user, 77);
        suite.start("charge-log");

        assertThat(away.outcome()).isEqualTo("503 SERVICE_UNAVAILABLE");
        assertThat(away.header("Retry-After")).matches("\\d+");
        eventually(() -> assertThat(charges(user)).isEqualTo(1));
    }

    @Test
    void a_service_that_hangs_is_a_time_out() {
        String user = Shop.user("waiting");
        Reply hanging;
        try (var _ = suite.pause("charge-log")) {
            hanging = client.get("/v1/points/charges").as(user).send();
        }

        assertThat(hanging.outcome()).isEqualTo("504 UPSTREAM_TIMEOUT");
        eventually(() -> assertThat(charges(user)).isZero());
    }

    @Test
    void an_order_whose_verdict_takes_long_is_pending_and_goes_on_by_itself() {
        String buyer = Shop.user("pending");
        shop.charge(buyer, 100);
        Call call = order(buyer, shop.product(10, 1), null);
        Reply first;
        Reply second;
        Reply detail;
        try (var _ = suite.pause("point")) {
            first = call.send();
            detail = client.get(first.header("Location")).as(buyer).send();
            second = call.send();
        }

        assertThat(first.outcome()).as(first.toString()).isEqualTo("202");
        assertThat(first.text("status")).isEqualTo("PENDING");
        assertThat(first.header("Location")).isEqualTo("/v1/orders/" + first.text("orderId"));
        assertThat(first.header("Retry-After")).isEqualTo("1");
        assertThat(detail.expect("200").text("status")).isEqualTo("PENDING");
        assertThat(second.text("orderId")).isEqualTo(first.text("orderId"));
        eventually(() -> assertThat(call.send().expect("201").text("orderId")).isEqualTo(first.text("orderId")));
        assertThat(shop.balance(buyer)).isEqualTo(90);
    }

    @Test
    void an_order_that_does_not_end_in_time_is_refused_and_everything_given_back() {
        String buyer = Shop.user("unlucky");
        shop.charge(buyer, 100);
        long product = shop.product(10, 3);
        String coupon = shop.coupon(buyer, Shop.fixed(1));
        Call call = order(buyer, product, coupon);
        suite.kill("point");
        Reply pending = call.send();

        await().atMost(Duration.ofSeconds(45))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> status(buyer, pending).equals("REJECTED"));
        suite.start("point");

        Reply refused = call.send().expect("400 ORDER_TIMED_OUT");
        assertThat(refused.text("orderId")).isEqualTo(pending.text("orderId"));
        eventually(() -> {
            assertThat(shop.couponStatus(buyer, coupon)).isEqualTo("ISSUED");
            assertThat(shop.stock(product)).isEqualTo(3);
            assertThat(shop.balance(buyer)).isEqualTo(100);
        });
        await().atMost(Duration.ofSeconds(60)).until(new BehindTheScenes(suite)::openSagas, open -> open == 0);
    }

    @Test
    void without_redis_a_key_still_counts_once_and_no_coupon_is_given_in_the_dark() {
        String user = Shop.user("degraded");
        long campaign = shop.open(Shop.campaign(Shop.fixed(1), 5));
        Call charge = client.post("/v1/points/charges")
                .as(user)
                .key(UUID.randomUUID().toString())
                .json(Map.of("amount", 8));
        suite.kill("redis");
        Reply first = charge.send();
        Reply again = charge.send();
        Reply coupon = shop.takeCoupon(user, campaign);
        Reply popular = client.get("/v1/products/popular").send();
        suite.start("redis");

        assertThat(first.expect("201").header("Idempotency-Degraded")).isEqualTo("true");
        assertThat(again.expect("201").body()).isEqualTo(first.body());
        assertThat(coupon.outcome()).isEqualTo("503 SERVICE_UNAVAILABLE");
        assertThat(popular.status()).isEqualTo(200);
        eventually(() -> shop.takeCoupon(user, campaign).expect("201"));
        eventually(() ->
                assertThat(shop.charge(user, 1).header("Idempotency-Degraded")).isEmpty());
    }

    private Call order(String buyer, long product, @Nullable String coupon) {
        Map<String, Object> order = new HashMap<>(Map.of("items", List.of(Shop.item(product, 1))));
        if (coupon != null) {
            order.put("couponId", coupon);
        }
        return client.post("/v1/orders")
                .as(buyer)
                .key(UUID.randomUUID().toString())
                .json(order);
    }

    private String status(String buyer, Reply order) {
        return client.get(order.header("Location")).as(buyer).send().text("status");
    }

    private int charges(String user) {
        return new Pages(client, user).all("/v1/points/charges").size();
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(assertion);
    }
}
