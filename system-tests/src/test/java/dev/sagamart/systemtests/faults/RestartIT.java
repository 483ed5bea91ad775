package dev.sagamart.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagamart.systemtests.http.Client;
import dev.sagamart.systemtests.http.Reply;
import dev.sagamart.systemtests.shop.Shop;
import dev.sagamart.systemtests.suite.SuiteUnderTest;
import dev.sagamart.systemtests.suite.SystemTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@SystemTest
@Order(6)
class RestartIT {
    private static final int LARGEST = 1_000;
    private static final int ORDERS = 40;

    private final SuiteUnderTest suite;
    private final Client client;
    private final Shop shop;
    private final String user = Shop.user("loyal");

    RestartIT(SuiteUnderTest suite) {
        this.suite = suite;
        this.client = new Client(suite);
        this.shop = new Shop(client);
    }

    @Test
    void after_a_restart_everything_is_as_it_was() {
        shop.charge(user, 100_000);
        long bestSeller = shop.product(1, LARGEST * ORDERS + 5);
        long campaign = shop.open(Shop.campaign(Shop.fixed(10), 5));
        String coupon = shop.takeCoupon(user, campaign).expect("201").text("couponId");
        shop.coupon(user, Shop.fixed(10));
        shop.order(user, bestSeller, LARGEST, coupon).expect("201");
        Stream.generate(() -> shop.order(user, bestSeller, LARGEST))
                .limit(ORDERS - 1)
                .forEach(order -> order.expect("201"));
        shop.order(user, bestSeller, 6).expect("400 OUT_OF_STOCK");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(sold(bestSeller)).isEqualTo(LARGEST * ORDERS));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> shop.couponStatus(user, coupon).equals("USED"));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> see("/v1/points/charges").path("items").size() == 1);
        Map<String, JsonNode> before = everything(bestSeller, campaign);

        suite.restart();

        assertThat(everything(bestSeller, campaign)).isEqualTo(before);
        assertThat(sold(bestSeller)).as("still each order once").isEqualTo(LARGEST * ORDERS);
        shop.order(user, bestSeller, 5).expect("201");
        assertThat(shop.takeCoupon(user, campaign).outcome()).isEqualTo("409 COUPON_ALREADY_ISSUED");
    }

    private Map<String, JsonNode> everything(long product, long campaign) {
        return Stream.of(
                        "/v1/points",
                        "/v1/points/charges",
                        "/v1/orders?limit=100",
                        "/v1/coupons",
                        "/v1/products/" + product,
                        "/v1/coupon-campaigns/" + campaign,
                        "/v1/products/popular")
                .collect(Collectors.toMap(path -> path, this::seeLasting));
    }

    /** All but the time of a computation, which may be repeated. */
    private JsonNode seeLasting(String path) {
        JsonNode seen = see(path);
        return seen.has("asOf") ? seen.path("items") : seen;
    }

    private JsonNode see(String path) {
        return client.get(path).as(user).send().expect("200").json();
    }

    private long sold(long product) {
        client.post("/v1/products/popular/refreshes").asAdmin().send().expect("202");
        Reply popular = client.get("/v1/products/popular").send().expect("200");
        List<JsonNode> rows = popular.items().stream()
                .filter(item -> item.path("productId").asLong() == product)
                .toList();
        return rows.isEmpty() ? 0 : rows.getFirst().path("soldQuantity").asLong();
    }
}
