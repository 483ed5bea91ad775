package dev.sagamart.systemtests.contract;

import static dev.sagamart.systemtests.contract.Problems.assertInvalid;
import static dev.sagamart.systemtests.contract.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagamart.systemtests.http.Reply;
import dev.sagamart.systemtests.shop.Pages;
import dev.sagamart.systemtests.shop.Shop;
import dev.sagamart.systemtests.suite.SuiteUnderTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@Order(2)
class PointsContractIT extends ContractTest {
    private static final long LARGEST_CHARGE = 1_000_000;
    private static final long LARGEST_BALANCE = 100_000_000;

    PointsContractIT(SuiteUnderTest suite) {
        super(suite);
    }

    @Test
    void a_charge_answers_201_with_the_charge_and_the_balance() {
        String user = Shop.user("charging");

        Reply first = shop.charge(user, 10_000);
        Reply second = shop.charge(user, 1);

        Shape.CHARGE.assertFits(first.json());
        assertThat(first.number("amount")).isEqualTo(10_000);
        assertThat(first.number("balance")).isEqualTo(10_000);
        assertThat(second.number("balance")).isEqualTo(10_001);
        assertThat(shop.balance(user)).isEqualTo(10_001);
    }

    @Test
    void a_user_who_was_never_seen_has_no_points() {
        Reply reply = client.get("/v1/points").as(Shop.user("stranger")).send().expect("200");

        Shape.of("balance:number").assertFits(reply.json());
        assertThat(reply.number("balance")).isZero();
    }

    @Test
    void the_charge_history_has_every_charge_newest_first() {
        String user = Shop.user("history");
        List<JsonNode> charges = List.of(
                shop.charge(user, 30).json(),
                shop.charge(user, 20).json(),
                shop.charge(user, LARGEST_CHARGE).json());

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(new Pages(client, user).all("/v1/points/charges"))
                        .isEqualTo(charges.reversed()));

        Shape.PAGE.assertFits(
                client.get("/v1/points/charges").as(user).send().expect("200").json());
        Shape.CHARGE.assertFits(charges.getFirst());
    }

    @Test
    void a_balance_may_reach_its_limit_but_not_pass_it() throws Exception {
        String user = Shop.user("rich");
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (long charged = 0; charged < LARGEST_BALANCE; charged += LARGEST_CHARGE) {
                threads.submit(() -> shop.charge(user, LARGEST_CHARGE));
            }
        }
        assertThat(shop.balance(user)).isEqualTo(LARGEST_BALANCE);

        Reply more = charge(user, "{\"amount\":1}");

        assertProblem(more, "400 BALANCE_LIMIT_EXCEEDED");
        assertThat(shop.balance(user)).isEqualTo(LARGEST_BALANCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"amount\":0}", "{\"amount\":-1}", "{\"amount\":1000001}", "{\"amount\":null}", "{}"})
    void an_amount_out_of_range_is_invalid(String body) {
        assertInvalid(charge("invalid", body), "amount");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "\"10\"",
                "10",
                "{\"amount\":\"100\"}",
                "{\"amount\":true}",
                "{\"amount\":10.5}",
                "{\"amount\":1e3}",
                "{\"amount\":1.0}",
                "{\"amount\":[1]}",
                "{\"amount\":{}}",
                "{\"amount\":9223372036854775808}",
                "{\"amount\":1,\"amount\":2}",
                "{\"amount\":1,\"userId\":\"someone\"}",
                "{\"amount\":1} {}",
                "{\"amount\":1} x",
                "{/* one */\"amount\":1}",
                "{\"amount\":01}",
                "{\"amount\":NaN}",
                "{amount:1}",
                "{\"Amount\":1}",
                "{\"amount\":1,}"
            })
    void nothing_is_coerced_and_no_typo_passes(String body) {
        assertProblem(charge("malformed", body), "400 MALFORMED_REQUEST");
    }

    private Reply charge(String user, String body) {
        return client.post("/v1/points/charges").as(user).body(body).send();
    }
}
