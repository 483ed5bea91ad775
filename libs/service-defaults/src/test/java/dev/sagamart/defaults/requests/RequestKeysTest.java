package dev.sagamart.defaults.requests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.defaults.DefaultsTest;
import dev.sagamart.defaults.Http.Answer;
import dev.sagamart.testsupport.infrastructure.Infrastructure;
import dev.sagamart.testsupport.infrastructure.Tokens;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class RequestKeysTest extends DefaultsTest {
    private static final String HELLO = "{\"name\":\"hello\"}";

    @Autowired
    WritingController controller;

    private final String user = someone();
    private final String token = Tokens.user(user);
    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void reset() {
        controller.runs.set(0);
        controller.broken = false;
    }

    private Answer write(String body) {
        return http.post("/v1/writings", token, body, key);
    }

    private int effects() {
        return jdbc.queryForObject("select count(*) from effect where user_id = ?", Integer.class, user);
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }

    @Test
    void the_second_request_gets_the_first_answer_byte_for_byte() {
        Answer first = write(HELLO);
        Answer second = write(HELLO);

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Location")).isEqualTo("/v1/writings/7");
        assertThat(first.header("Content-Type")).isEqualTo("application/json");
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Location")).isEqualTo("/v1/writings/7");
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void a_key_may_be_quoted_and_a_request_may_be_spelled_differently() {
        Answer first = write("{\"name\":\"hello\",\"size\":1}");
        Answer second = http.post("/v1/writings", token, "{ \"size\": 1,\n \"name\": \"hello\" }", '"' + key + '"');

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void another_request_under_the_same_key_is_refused() {
        write(HELLO);

        assertProblem(write("{\"name\":\"other\"}"), 422, "IDEMPOTENCY_KEY_REUSED");
        assertProblem(write("{\"name\":\"hello\",\"size\":0}"), 422, "IDEMPOTENCY_KEY_REUSED");
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void a_key_belongs_to_a_user_and_an_operation() {
        write(HELLO);

        assertThat(http.post("/v1/writings", Tokens.user(someone()), "{\"name\":\"b\"}", key)
                        .status())
                .isEqualTo(201);
        assertThat(http.post("/v1/grouped", token, "{\"name\":\"c\"}", key).status())
                .isEqualTo(201);
        assertThat(effects()).isEqualTo(2);
    }

    @Test
    void a_write_needs_a_key() {
        assertProblem(http.post("/v1/writings", token, HELLO), 400, "IDEMPOTENCY_KEY_MISSING");
        assertThat(effects()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short77",
                "",
                "with space",
                "a,comma,list",
                "semi;colon;",
                "\"unbalanced",
                "\"\"twice-quoted\"\"",
                "käse-käse"
            })
    void a_malformed_key_is_refused(String malformed) {
        assertProblem(http.post("/v1/writings", token, HELLO, malformed), 400, "IDEMPOTENCY_KEY_MALFORMED");
        assertThat(effects()).isZero();
    }

    @Test
    void a_key_has_8_to_128_characters_and_comes_alone() {
        String longest = "k".repeat(128);

        assertThat(http.post("/v1/writings", token, HELLO, longest).status()).isEqualTo(201);
        assertProblem(http.post("/v1/writings", token, HELLO, longest + "k"), 400, "IDEMPOTENCY_KEY_MALFORMED");
        assertProblem(http.post("/v1/writings", token, HELLO, key, key), 400, "IDEMPOTENCY_KEY_MALFORMED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/writings", "/v1/grouped"})
    void many_requests_with_one_key_at_once_have_one_effect_and_one_answer(String path) throws Exception {
        Callable<Answer> call = () -> http.post(path, token, HELLO, key);

        List<Answer> answers = atOnce(Stream.generate(() -> call).limit(40).toList());

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers.stream().map(Answer::body).distinct()).hasSize(1);
        assertThat(effects()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/writings", "/v1/grouped"})
    void a_refusal_is_an_outcome_like_any_other(String path) {
        Answer first = http.post(path, token, "{\"name\":\"refused\"}", key);
        Answer second = http.post(path, token, "{\"name\":\"refused\"}", key);

        assertProblem(first, 409, "SOLD_OUT");
        assertThat(first.json().get("left").asInt()).isZero();
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(controller.runs).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/writings", "/v1/grouped"})
    void after_a_failure_nothing_is_left_and_the_retry_runs(String path) {
        controller.broken = true;
        assertProblem(http.post(path, token, "{\"name\":\"fragile\"}", key), 500, "INTERNAL_ERROR");
        assertThat(effects()).isZero();
        controller.broken = false;

        assertThat(http.post(path, token, "{\"name\":\"fragile\"}", key).status())
                .isEqualTo(201);
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void who_waits_too_long_for_the_first_is_told_that_it_is_in_progress() throws Exception {
        try (Connection slow = Infrastructure.connect("point")) {
            slow.setAutoCommit(false);
            try (PreparedStatement insert = slow.prepareStatement(
                    "insert into request_key"
                            + " (user_id, operation, key, fingerprint, created_at) values (?, 'POST /v1/writings', ?, '', now())")) {
                insert.setString(1, user);
                insert.setString(2, key);
                insert.executeUpdate();
            }
            long begin = System.nanoTime();

            Answer answer = write(HELLO);

            assertProblem(answer, 409, "REQUEST_IN_PROGRESS");
            assertThat(answer.header("Retry-After")).isEqualTo("1");
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isBetween(Duration.ofSeconds(4), Duration.ofSeconds(9));
            slow.rollback();
        }
        assertThat(errorsLogged()).isEmpty();
        assertThat(write(HELLO).status()).isEqualTo(201);
    }

    @Test
    void a_key_tied_to_a_resource_leads_to_it_again() {
        Answer first = http.post("/v1/tied", token, HELLO, key);

        assertThat(first.status()).isEqualTo(202);
        assertThat(http.post("/v1/tied", token, HELLO, key).body()).isEqualTo(first.body());
        assertProblem(http.post("/v1/tied", token, "{\"name\":\"x\"}", key), 422, "IDEMPOTENCY_KEY_REUSED");
    }

    private List<Callable<Answer>> grouped(int count, IntFunction<String> name) {
        return IntStream.range(0, count)
                .<Callable<Answer>>mapToObj(
                        i -> () -> http.post("/v1/grouped", token, "{\"name\":\"" + name.apply(i) + "\"}", key + i))
                .toList();
    }

    private int transactions() {
        return jdbc.queryForObject("select count(distinct tx) from effect where user_id = ?", Integer.class, user);
    }

    @Test
    void writes_at_once_share_transactions() throws Exception {
        List<Answer> answers = atOnce(grouped(300, i -> i % 3 == 0 ? "refused" : "n" + i));

        for (int i = 0; i < answers.size(); i++) {
            if (i % 3 == 0) {
                assertProblem(answers.get(i), 409, "SOLD_OUT");
                assertThat(answers.get(i).json().get("instance").asString()).isEqualTo("/v1/grouped");
            } else {
                assertThat(answers.get(i).status()).isEqualTo(201);
                assertThat(answers.get(i).body()).contains("\"n" + i + "\"");
            }
        }
        assertThat(effects()).isEqualTo(200);
        assertThat(transactions()).isLessThan(100);
    }

    @Test
    void in_a_group_a_failing_write_harms_nobody() throws Exception {
        controller.broken = true;
        List<Callable<Answer>> calls = grouped(200, i -> i % 50 == 7 ? "fragile" : "n" + i);

        List<Answer> answers = atOnce(calls);

        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).status()).isEqualTo(i % 50 == 7 ? 500 : 201);
        }
        assertThat(effects()).isEqualTo(196);
        assertThat(errorsLogged()).hasSize(4);
        controller.broken = false;
        assertThat(atOnce(calls)).extracting(Answer::status).containsOnly(201);
        assertThat(effects()).isEqualTo(200);
    }

    @Test
    void in_a_group_known_keys_are_answered_from_the_record_and_reused_ones_refused() throws Exception {
        List<Answer> first = atOnce(grouped(60, i -> "n" + i));

        List<Answer> second = atOnce(grouped(60, i -> i % 2 == 0 ? "n" + i : "other"));

        for (int i = 0; i < 60; i++) {
            if (i % 2 == 0) {
                assertThat(second.get(i).body()).isEqualTo(first.get(i).body());
            } else {
                assertProblem(second.get(i), 422, "IDEMPOTENCY_KEY_REUSED");
            }
        }
        assertThat(effects()).isEqualTo(60);
    }
}
