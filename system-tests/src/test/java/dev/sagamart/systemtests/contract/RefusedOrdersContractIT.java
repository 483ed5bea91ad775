package dev.sagamart.systemtests.contract;

import static dev.sagamart.systemtests.contract.Problems.assertProblem;
import static dev.sagamart.systemtests.shop.Shop.fixed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagamart.systemtests.http.Reply;
import dev.sagamart.systemtests.shop.Shop;
import dev.sagamart.systemtests.suite.SuiteUnderTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Orders that the business refuses: the code, the order that remembers it, and everything as it was before. */
@Order(2)
class RefusedOrdersContractIT extends ContractTest {
    private final String buyer = Shop.user("refused");
    private long product;

    RefusedOrdersContractIT(SuiteUnderTest suite) {
        super(suite);
    }

    @BeforeAll
    void somebodyWithPoints() {
        shop.charge(buyer, 1_000);
        product = shop.product(100, 20);
    }

    @Test
    void a_coupon_that_nobody_knows() {
        assertRefused(buyer, shop.order(buyer, product, 1, UNKNOWN_ID), "COUPON_NOT_FOUND");
    }

    @Test
    void the_coupon_of_somebody_else() {
        String owner = Shop.user("owner");
        String coupon = shop.coupon(owner, fixed(10));

        assertRefused(buyer, shop.order(buyer, product, 1, coupon), "COUPON_NOT_OWNED");

        assertThat(shop.couponStatus(owner, coupon)).isEqualTo("ISSUED");
    }

    @Test
    void a_coupon_that_is_not_valid_yet() {
        Instant now = Instant.now();
        long campaign = shop.open(Shop.campaign(
                fixed(10),
                1,
                List.of(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1))),
                List.of(now.plus(Duration.ofDays(1)), now.plus(Duration.ofDays(2)))));
        String coupon = shop.takeCoupon(buyer, campaign).expect("201").text("couponId");

        assertRefused(buyer, shop.order(buyer, product, 1, coupon), "COUPON_NOT_IN_PERIOD");

        assertThat(shop.couponStatus(buyer, coupon)).isEqualTo("ISSUED");
    }

    @Test
    void a_coupon_that_has_been_used() {
        String user = Shop.user("again");
        shop.charge(user, 1_000);
        String coupon = shop.coupon(user, fixed(10));
        shop.order(user, shop.product(10, 1), 1, coupon).expect("201");

        assertRefused(user, shop.order(user, product, 1, coupon), "COUPON_ALREADY_USED");
    }

    @Test
    void a_product_that_does_not_exist() {
        String coupon = shop.coupon(buyer, fixed(10));

        assertRefused(buyer, shop.order(buyer, 987_654_321, 1, coupon), "PRODUCT_NOT_FOUND");

        awaitGivenBack(coupon);
    }

    @Test
    void more_than_there_is() {
        String coupon = shop.coupon(buyer, fixed(10));

        assertRefused(buyer, shop.order(buyer, product, 21, coupon), "OUT_OF_STOCK");

        awaitGivenBack(coupon);
    }

    @Test
    void more_than_one_can_pay() {
        String coupon = shop.coupon(buyer, fixed(10));

        assertRefused(buyer, shop.order(buyer, product, 11, coupon), "INSUFFICIENT_POINTS");

        awaitGivenBack(coupon);
    }

    @Test
    void what_was_refused_leaves_the_coupon_good_for_another_order() {
        String user = Shop.user("frugal");
        shop.charge(user, 1_000);
        String coupon = shop.coupon(user, fixed(10));
        long goods = shop.product(100, 20);
        assertRefused(user, shop.order(user, goods, 12, coupon), "INSUFFICIENT_POINTS");
        await().atMost(Duration.ofSeconds(20)).until(() -> shop.couponStatus(user, coupon), "ISSUED"::equals);

        Reply order = shop.order(user, goods, 10, coupon).expect("201");

        assertThat(order.number("discount")).isEqualTo(10);
        assertThat(shop.balance(user)).isEqualTo(10);
        assertThat(shop.couponStatus(user, coupon)).isEqualTo("USED");
    }

    private void assertRefused(String user, Reply refused, String code) {
        assertProblem(refused, "400 " + code);
        JsonNode order = client.get("/v1/orders/" + refused.text("orderId"))
                .as(user)
                .send()
                .expect("200")
                .json();
        Shape.of("orderId:uuid status:text reason:text items:list createdAt:time completedAt:null")
                .assertContains(order);
        assertThat(order.path("status").asString()).isEqualTo("REJECTED");
        assertThat(order.path("reason").asString()).isEqualTo(code);
    }

    private void awaitGivenBack(String coupon) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(shop.couponStatus(buyer, coupon)).isEqualTo("ISSUED");
            assertThat(shop.stock(product)).isEqualTo(20);
            assertThat(shop.balance(buyer)).isEqualTo(1_000);
        });
    }
}
