package dev.sagamart.systemtests.contract;

import static dev.sagamart.systemtests.contract.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.systemtests.http.Call;
import dev.sagamart.systemtests.http.Reply;
import dev.sagamart.systemtests.shop.Shop;
import dev.sagamart.systemtests.suite.Pause;
import dev.sagamart.systemtests.suite.SuiteUnderTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyContractIT extends ContractTest {
    private static final String CHARGE = "/v1/points/charges";

    IdempotencyContractIT(SuiteUnderTest suite) {
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
        Call create = client.post("/v1/products")
                .asAdmin()
                .key(key)
                .json(Map.of("name", "유자", "price", 5, "stock", 5));

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

    @Test
    void a_coupon_that_is_taken_twice_with_one_key_is_the_same_coupon() {
        String user = Shop.user("eager");
        Call take = client.post(
                        "/v1/coupon-campaigns/" + shop.open(Shop.campaign(Shop.fixed(1), 2)) + "/coupons")
                .as(user)
                .key(UUID.randomUUID().toString());

        Reply first = take.send().expect("201");
        Reply again = take.send().expect("201");

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    }

    @Test
    void of_many_identical_requests_at_once_one_works_and_the_others_wait_or_get_its_answer() throws Exception {
        String user = Shop.user("storm");
        String key = UUID.randomUUID().toString();
        List<Future<Reply>> replies = new ArrayList<>();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int request = 0; request < 50; request++) {
                replies.add(threads.submit(() -> charge(user, key, 9).send()));
            }
        }

        for (Future<Reply> reply : replies) {
            assertThat(reply.get().outcome()).isIn("201", "409 REQUEST_IN_PROGRESS");
        }
        assertThat(shop.balance(user)).isEqualTo(9);
    }

    @Test
    void while_the_first_request_is_worked_on_the_second_is_told_so() throws Exception {
        String user = Shop.user("impatient");
        String key = UUID.randomUUID().toString();
        shop.charge(user, 1);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                Pause pause = suite.pause("point")) {
            Future<Reply> one = threads.submit(() -> charge(user, key, 3).send());
            Future<Reply> other = threads.submit(() -> charge(user, key, 3).send());
            List<Reply> replies = List.of(one.get(), other.get());

            Reply refused = replies.stream()
                    .filter(reply -> reply.status() == 409)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(replies.toString()));
            assertProblem(refused, "409 REQUEST_IN_PROGRESS");
            assertThat(refused.header("Retry-After")).isEqualTo("1");
        }

        assertThat(charge(user, key, 3).send().expect("201").number("balance")).isEqualTo(4);
        assertThat(shop.balance(user)).isEqualTo(4);
    }

    private Call charge(String user, String key, long amount) {
        return client.post(CHARGE).as(user).key(key).json(Map.of("amount", amount));
    }
}
