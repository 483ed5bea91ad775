package dev.sagamart.systemtests.contract;

import static dev.sagamart.systemtests.contract.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.systemtests.http.Call;
import dev.sagamart.systemtests.http.Reply;
import dev.sagamart.systemtests.shop.Shop;
import dev.sagamart.systemtests.suite.SuiteUnderTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which keys there are, and what they stand for. */
@Order(2)
class IdempotencyKeyContractIT extends ContractTest {
    private static final String CHARGE = "/v1/points/charges";

    IdempotencyKeyContractIT(SuiteUnderTest suite) {
        super(suite);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/points/charges",
        "POST, /v1/orders",
        "POST, /v1/products",
        "PATCH, /v1/products/1",
        "POST, /v1/products/1/restocks",
        "POST, /v1/coupon-campaigns",
        "POST, /v1/coupon-campaigns/1/coupons",
        "POST, /v1/products/popular/refreshes",
        "POST, /v1/products/popular/rebuilds",
    })
    void every_write_needs_a_key(String method, String path) {
        assertProblem(
                client.call(method, path).asAdmin().withoutKey().body("{}").send(), "400 IDEMPOTENCY_KEY_MISSING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567", "with space", "slash/slash", "comma,comma", "\"open-quote", "\"\""})
    void a_key_in_another_form_is_malformed(String key) {
        assertProblem(charge("keys", key, 1).send(), "400 IDEMPOTENCY_KEY_MALFORMED");
    }

    @Test
    void a_key_that_is_too_long_or_given_twice_is_malformed() {
        assertProblem(charge("keys", "k".repeat(129), 1).send(), "400 IDEMPOTENCY_KEY_MALFORMED");
        assertProblem(
                charge("keys", UUID.randomUUID().toString(), 1)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .send(),
                "400 IDEMPOTENCY_KEY_MALFORMED");
    }

    @Test
    void a_request_that_was_wrong_may_be_corrected_under_the_same_key() {
        String key = UUID.randomUUID().toString();
        String user = Shop.user("typo");

        assertProblem(charge(user, key, 0).send(), "400 VALIDATION_FAILED");

        charge(user, key, 5).send().expect("201");
    }

    @Test
    void the_same_key_for_another_body_is_refused() {
        String user = Shop.user("reuse");
        String key = UUID.randomUUID().toString();
        charge(user, key, 1).send().expect("201");

        assertProblem(charge(user, key, 2).send(), "422 IDEMPOTENCY_KEY_REUSED");
        assertThat(shop.balance(user)).isEqualTo(1);
    }

    @Test
    void the_same_key_of_another_user_or_for_another_endpoint_is_another_key() {
        String key = UUID.randomUUID().toString();
        String one = Shop.user("one");
        String other = Shop.user("other");
        long campaign = shop.open(Shop.campaign(Shop.fixed(1), 2));

        charge(one, key, 1).send().expect("201");
        charge(other, key, 2).send().expect("201");
        Reply coupon = client.post("/v1/coupon-campaigns/" + campaign + "/coupons")
                .as(one)
                .key(key)
                .send()
                .expect("201");

        assertThat(coupon.header("Idempotent-Replayed")).isEmpty();
        assertThat(shop.balance(one)).isEqualTo(1);
        assertThat(shop.balance(other)).isEqualTo(2);
    }

    private Call charge(String user, String key, long amount) {
        return client.post(CHARGE).as(user).key(key).json(Map.of("amount", amount));
    }
}
