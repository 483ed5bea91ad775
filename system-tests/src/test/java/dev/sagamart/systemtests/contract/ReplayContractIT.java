package dev.sagamart.systemtests.contract;

import static dev.sagamart.systemtests.contract.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.systemtests.http.Call;
import dev.sagamart.systemtests.http.Reply;
import dev.sagamart.systemtests.shop.Shop;
import dev.sagamart.systemtests.suite.SuiteUnderTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The same request again. */
@Order(2)
class ReplayContractIT extends ContractTest {
    private static final String CHARGE = "/v1/points/charges";

    ReplayContractIT(SuiteUnderTest suite) {
        super(suite);
    }

    @Test
    void the_same_request_again_gets_the_first_answer_byte_for_byte_and_does_nothing() {
        String user = Shop.user("twice");
        String key = UUID.randomUUID().toString();

        Reply first = charge(user, key, 70).send().expect("201");
        Reply bare = charge(user, key, 70).send();
        Reply quoted = charge(user, "\"" + key + "\"", 70).send();

        assertThat(first.header("Idempotent-Replayed")).isEmpty();
        for (Reply replay : List.of(bare, quoted)) {
            assertThat(replay.status()).isEqualTo(201);
            assertThat(replay.body()).isEqualTo(first.body());
            assertThat(replay.header("Idempotent-Replayed")).isEqualTo("true");
            assertThat(replay.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        }
        assertThat(shop.balance(user)).isEqualTo(70);
    }

    @Test
    void a_replay_has_the_place_of_what_was_made() {
        String key = UUID.randomUUID().toString();
        Call create = client.post("/v1/products").asAdmin().key(key).json(Map.of("name", "유자", "price", 5, "stock", 5));

        Reply first = create.send().expect("201");
        Reply again = create.send().expect("201");

        assertThat(again.header("Location")).isEqualTo(first.header("Location")).isNotEmpty();
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void a_refusal_by_the_business_is_an_answer_that_stays() {
        String user = Shop.user("poor");
        Call order = client.post("/v1/orders")
                .as(user)
                .key(UUID.randomUUID().toString())
                .json(Map.of("items", List.of(Shop.item(shop.product(10, 5), 1))));

        Reply first = order.send();
        shop.charge(user, 100);
        Reply again = order.send();

        assertProblem(first, "400 INSUFFICIENT_POINTS");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(shop.balance(user)).isEqualTo(100);
    }

    @Test
    void a_coupon_that_is_taken_twice_with_one_key_is_the_same_coupon() {
        String user = Shop.user("eager");
        Call take = client.post("/v1/coupon-campaigns/" + shop.open(Shop.campaign(Shop.fixed(1), 2)) + "/coupons")
                .as(user)
                .key(UUID.randomUUID().toString());

        Reply first = take.send().expect("201");
        Reply again = take.send().expect("201");

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    }

    private Call charge(String user, String key, long amount) {
        return client.post(CHARGE).as(user).key(key).json(Map.of("amount", amount));
    }
}
