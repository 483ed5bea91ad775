package dev.sagamart.systemtests.contract;

import static dev.sagamart.systemtests.contract.Problems.assertInvalid;
import static dev.sagamart.systemtests.contract.Problems.assertProblem;
import static dev.sagamart.systemtests.shop.Shop.item;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.systemtests.http.Reply;
import dev.sagamart.systemtests.shop.Pages;
import dev.sagamart.systemtests.shop.Shop;
import dev.sagamart.systemtests.suite.SuiteUnderTest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@Order(2)
class OrdersContractIT extends ContractTest {

    OrdersContractIT(SuiteUnderTest suite) {
        super(suite);
    }

    @Test
    void an_order_is_completed_at_once_and_found_again() {
        String buyer = Shop.user("buyer");
        shop.charge(buyer, 10_000);
        long pears = shop.product(1_000, 5);
        long figs = shop.product(300, 1);

        Reply order = place(buyer, Map.of("items", List.of(item(pears, 2), item(figs, 1))))
                .expect("201");

        Shape.COMPLETED_ORDER.assertFits(order.json());
        order.items().forEach(Shape.ORDER_LINE::assertFits);
        assertThat(order.text("status")).isEqualTo("COMPLETED");
        assertThat(order.number("subtotal")).isEqualTo(2_300);
        assertThat(order.number("discount")).isZero();
        assertThat(order.number("total")).isEqualTo(2_300);
        assertThat(order.header("Location")).isEqualTo("/v1/orders/" + order.text("orderId"));
        assertThat(detail(buyer, order).json()).isEqualTo(order.json());
        assertThat(shop.balance(buyer)).isEqualTo(7_700);
        assertThat(shop.stock(pears)).isEqualTo(3);
        assertThat(shop.stock(figs)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "FIXED, 300, , 300",
        "FIXED, 5000, , 2000",
        "PERCENT, 10, , 200",
        "PERCENT, 50, 600, 600",
        "PERCENT, 100, , 2000",
    })
    void a_coupon_takes_its_discount_off_and_is_used(String type, long value, Long most, long discount) {
        String buyer = Shop.user("saver");
        shop.charge(buyer, 2_000);
        long product = shop.product(1_000, 2);
        String coupon = shop.coupon(
                buyer,
                most == null
                        ? Map.of("type", type, "value", value)
                        : Map.of("type", type, "value", value, "maxAmount", most));

        Reply order = shop.order(buyer, product, 2, coupon).expect("201");

        Shape.COMPLETED_ORDER.with("couponId", Kind.UUID).assertFits(order.json());
        assertThat(order.text("couponId")).isEqualTo(coupon);
        assertThat(order.number("discount")).isEqualTo(discount);
        assertThat(order.number("total")).isEqualTo(2_000 - discount);
        assertThat(shop.balance(buyer)).isEqualTo(discount);
        assertThat(shop.couponStatus(buyer, coupon)).isEqualTo("USED");
    }

    @Test
    void the_list_has_every_order_newest_first() {
        String buyer = Shop.user("regular");
        shop.charge(buyer, 100);
        long product = shop.product(10, 100);
        JsonNode first = shop.order(buyer, product, 1).expect("201").json();
        JsonNode second = shop.order(buyer, product, 2).expect("201").json();
        shop.order(buyer, product, 50).expect("400 INSUFFICIENT_POINTS");

        List<JsonNode> orders = new Pages(client, buyer).all("/v1/orders");

        assertThat(orders).hasSize(3).endsWith(second, first);
        assertThat(orders.getFirst().path("status").asString()).isEqualTo("REJECTED");
        Shape.PAGE.assertFits(client.get("/v1/orders").as(buyer).send().json());
    }

    @Test
    void an_order_of_somebody_else_is_as_if_it_did_not_exist() {
        String buyer = Shop.user("owner");
        shop.charge(buyer, 100);
        Reply order = shop.order(buyer, shop.product(10, 1), 1).expect("201");

        Reply foreign = detail(Shop.user("curious"), order);

        assertProblem(foreign, "404 ORDER_NOT_FOUND");
        assertProblem(client.get(order.header("Location")).asAdmin().send(), "404 ORDER_NOT_FOUND");
        assertProblem(client.get("/v1/orders/" + UNKNOWN_ID).as(buyer).send(), "404 ORDER_NOT_FOUND");
        assertThat(new Pages(client, Shop.user("curious")).all("/v1/orders")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'{}', items",
        "'{\"items\":null}', items",
        "'{\"items\":[]}', items",
        "'{\"items\":[{\"productId\":1,\"quantity\":0}]}', items[0].quantity",
        "'{\"items\":[{\"productId\":1,\"quantity\":1001}]}', items[0].quantity",
        "'{\"items\":[{\"productId\":1}]}', items[0].quantity",
        "'{\"items\":[{\"productId\":1,\"quantity\":1},{\"productId\":0,\"quantity\":1}]}', items[1].productId",
        "'{\"items\":[{\"quantity\":1}]}', items[0].productId",
    })
    void an_order_with_a_wrong_field_is_invalid(String body, String field) {
        assertInvalid(place("wrong", body), field);
    }

    @Test
    void an_order_has_at_most_twenty_items_and_each_product_once() {
        List<Map<String, Object>> many = IntStream.rangeClosed(1, 21)
                .mapToObj(product -> item(product, 1))
                .toList();

        assertInvalid(place("greedy", Map.of("items", many)), "items");
        assertProblem(place("twice", Map.of("items", List.of(item(1, 1), item(1, 2)))), "400 VALIDATION_FAILED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"items\":{}}",
                "{\"items\":[{\"productId\":\"1\",\"quantity\":1}]}",
                "{\"items\":[{\"productId\":1,\"quantity\":1.5}]}",
                "{\"items\":[{\"productId\":1,\"quantity\":1,\"unitPrice\":1}]}",
                "{\"items\":[{\"productId\":1,\"quantity\":1}],\"total\":1}",
                "{\"items\":[{\"productId\":1,\"quantity\":1}],\"userId\":\"somebody\"}",
                "{\"items\":[{\"productId\":1,\"quantity\":1}],\"couponId\":7}",
                "{\"items\":[{\"productId\":1,\"quantity\":1}],\"couponId\":\"not an id\"}",
            })
    void an_order_that_says_more_or_in_another_type_is_malformed(String body) {
        assertProblem(place("malformed", body), "400 MALFORMED_REQUEST");
    }

    private Reply place(String user, Map<String, ?> order) {
        return client.post("/v1/orders").as(user).json(order).send();
    }

    private Reply place(String user, String body) {
        return client.post("/v1/orders").as(user).body(body).send();
    }

    private Reply detail(String user, Reply order) {
        return client.get("/v1/orders/" + order.text("orderId")).as(user).send();
    }
}
