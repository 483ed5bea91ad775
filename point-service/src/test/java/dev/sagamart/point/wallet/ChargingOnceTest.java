package dev.sagamart.point.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.point.PointServiceTest;
import dev.sagamart.testsupport.infrastructure.Tokens;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

class ChargingOnceTest extends PointServiceTest {
    private static final String HUNDRED = "{\"amount\":100}";

    @Autowired
    ChargePoints chargePoints;

    @Test
    void the_same_key_gets_the_same_answer_and_charges_once() {
        String user = someone();
        String key = someKey();

        String first = body(charge(user, key, HUNDRED));
        charge(user, 50);
        String again = body(charge(user, key, "{ \"amount\" : 100 }"));

        assertThat(again).isEqualTo(first);
        assertThat(balance(user)).isEqualTo(150);
    }

    @Test
    void a_quoted_key_is_the_same_key() {
        String user = someone();
        String key = someKey();

        String bare = body(charge(user, key, HUNDRED));
        String quoted = body(charge(user, "\"" + key + "\"", HUNDRED));

        assertThat(quoted).isEqualTo(bare);
        assertThat(entries(user, "CHARGE")).isOne();
    }

    @Test
    void the_same_key_for_another_amount_is_refused() {
        String user = someone();
        String key = someKey();

        charge(user, key, HUNDRED).expectStatus().isCreated();

        charge(user, key, "{\"amount\":101}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(balance(user)).isEqualTo(100);
    }

    @Test
    void two_users_may_have_the_same_key() {
        String key = someKey();
        String one = someone();
        String other = someone();

        charge(one, key, HUNDRED).expectStatus().isCreated();
        charge(other, key, HUNDRED).expectStatus().isCreated();

        assertThat(balance(one)).isEqualTo(100);
        assertThat(balance(other)).isEqualTo(100);
    }

    @Test
    void a_refusal_is_an_outcome_and_stays_one() {
        String user = someoneWith(100_000_000);
        String key = someKey();

        String refused = body(charge(user, key, HUNDRED));
        jdbc.update(
                "insert into ledger values (gen_random_uuid(), ?, 'ORDER', -500, 99999500, gen_random_uuid(), now())",
                user);
        jdbc.update("update wallet set balance = balance - 500 where user_id = ?", user);
        ResponseSpec again = charge(user, key, HUNDRED).expectStatus().isBadRequest();

        again.expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(body(again)).isEqualTo(refused).contains("BALANCE_LIMIT_EXCEEDED");
        assertThat(balance(user)).isEqualTo(99_999_500);
    }

    @Test
    void an_invalid_request_does_not_use_its_key_up() {
        String user = someone();
        String key = someKey();

        charge(user, key, "{\"amount\":0}").expectStatus().isBadRequest();

        charge(user, key, HUNDRED).expectStatus().isCreated();
    }

    @Test
    void a_charge_needs_a_well_formed_key() {
        charge(someone(), "short", HUNDRED)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("IDEMPOTENCY_KEY_MALFORMED");
        client.post()
                .uri("/v1/points/charges")
                .headers(headers -> headers.setBearerAuth(Tokens.user(someone())))
                .contentType(MediaType.APPLICATION_JSON)
                .body(HUNDRED)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("IDEMPOTENCY_KEY_MISSING");
    }

    @Test
    void many_duplicates_at_once_charge_once_and_hear_the_same() throws Exception {
        String user = someone();
        String key = someKey();

        List<String> answers =
                atOnce(50, () -> body(charge(user, key, HUNDRED).expectStatus().isCreated()));

        assertThat(answers).hasSize(50).containsOnly(answers.getFirst());
        assertThat(balance(user)).isEqualTo(100);
        assertThat(entries(user, "CHARGE")).isOne();
    }

    @Test
    void two_hundred_users_charge_for_the_first_time_at_once() throws Exception {
        List<String> users = IntStream.range(0, 200).mapToObj(i -> someone()).toList();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<?> charged :
                    threads.invokeAll(users.stream().map(this::chargeHundred).toList())) {
                charged.get();
            }
        }

        assertThat(users).allSatisfy(user -> assertThat(balance(user)).isEqualTo(100));
    }

    private Callable<ResponseSpec> chargeHundred(String user) {
        return () -> charge(user, 100).expectStatus().isCreated();
    }

    @Test
    void every_one_of_two_hundred_charges_of_one_user_at_once_counts() throws Exception {
        String user = someone();

        atOnce(200, chargeHundred(user));

        assertThat(balance(user)).isEqualTo(20_000);
        assertThat(entries(user, "CHARGE")).isEqualTo(200);
        assertThat(jdbc.queryForObject(
                        "select count(distinct xmin::text) from ledger where user_id = ?", Integer.class, user))
                .as("transactions that the charges shared")
                .isLessThan(200);
        assertThat(jdbc.queryForList("select balance_after from ledger where user_id = ? order by 1", Long.class, user))
                .isEqualTo(IntStream.rangeClosed(1, 200).mapToObj(i -> i * 100L).toList());
    }

    @Test
    void first_charges_that_several_instances_take_at_once_all_count() throws Exception {
        for (int round = 0; round < 10; round++) {
            String user = someone();

            atOnce(8, () -> chargePoints.charge(new UserId(user), new Points(100)));

            assertThat(balance(user)).isEqualTo(800);
            assertThat(entries(user, "CHARGE")).isEqualTo(8);
        }
    }

    @Test
    void refusals_at_once_each_tell_about_their_own_request() throws Exception {
        String user = someoneWith(100_000_000);

        List<String> answers =
                atOnce(40, () -> body(charge(user, 1).expectStatus().isBadRequest()));

        assertThat(answers)
                .allSatisfy(it -> assertThat(it)
                        .contains("\"instance\":\"/v1/points/charges\"")
                        .containsPattern("\"traceId\":\"[0-9a-f]{32}\""));
        assertThat(answers).doesNotHaveDuplicates();
    }

    private static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads
                    .invokeAll(IntStream.range(0, times).mapToObj(i -> call).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }

    private static String body(ResponseSpec answer) {
        return answer.expectBody(String.class).returnResult().getResponseBody();
    }
}
