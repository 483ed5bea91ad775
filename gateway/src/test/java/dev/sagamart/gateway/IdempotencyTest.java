package dev.sagamart.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagamart.testsupport.infrastructure.Tokens;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class IdempotencyTest {

    private static final String CHARGE = "/v1/points/charges";
    private static final String JSON = "application/json";

    @LocalServerPort
    int port;

    private final String key = Caller.freshKey();

    @BeforeEach
    void freshStandIns() {
        StandIn.resetAll();
    }

    @Test
    void a_write_needs_a_key() {
        var reply = new Caller(port, CHARGE).as("u1").json("{}").post();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("IDEMPOTENCY_KEY_MISSING");
        assertThat(StandIn.POINT.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short-7",
                "a,b-12345678",
                "12345678, 12345678",
                "with space",
                "\"12345678",
                "\"\"",
                "ké-12345678"
            })
    void a_key_of_another_form_is_refused(String malformed) throws Exception {
        var reply = chargeByHand("Idempotency-Key: " + malformed + "\r\n");

        assertThat(reply).isEqualTo(400);
        assertThat(StandIn.POINT.calls()).isEmpty();
    }

    @Test
    void a_long_or_repeated_key_is_refused() throws Exception {
        var tooLong = charge("u1", "k".repeat(129), "{}");
        int repeated = chargeByHand("Idempotency-Key: " + key + "\r\nIdempotency-Key: " + key + "\r\n");

        assertThat(tooLong.code()).isEqualTo("IDEMPOTENCY_KEY_MALFORMED");
        assertThat(repeated).isEqualTo(400);
        assertThat(StandIn.POINT.calls()).isEmpty();
    }

    @Test
    void the_first_answer_is_given_again_byte_by_byte() {
        StandIn.POINT.answers(
                201,
                "application/json;charset=UTF-8",
                "{ \"name\" : \"포인트\",\n \"chargeId\":\"c1\"}",
                "Location",
                "/v1/points/charges/c1",
                "ETag",
                "\"1\"",
                "X-Secret",
                "s");

        var first = charge("u1", key, "{\"amount\":1}");
        var second = charge("u1", '"' + key + '"', "{\"amount\":1}");

        assertThat(StandIn.POINT.onlyCall().headers().getFirst("Idempotency-Key"))
                .isEqualTo(key);
        assertThat(first.header("Idempotent-Replayed")).isNull();
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(second.status()).isEqualTo(first.status()).isEqualTo(201);
        assertThat(second.raw().body()).isEqualTo(first.raw().body());
        assertThat(second.text()).contains("포인트");
        assertThat(second.header("Content-Type")).isEqualTo("application/json;charset=UTF-8");
        assertThat(second.header("Location")).isEqualTo("/v1/points/charges/c1");
        assertThat(second.header("ETag")).isEqualTo("\"1\"");
        assertThat(second.header("X-Secret")).isNull();
    }

    @Test
    void an_answer_without_a_body_is_given_again_too() {
        StandIn.POINT.answers(204, JSON, "");

        charge("u1", key, "{}");
        var second = charge("u1", key, "{}");

        assertThat(second.status()).isEqualTo(204);
        assertThat(StandIn.POINT.calls()).hasSize(1);
    }

    @Test
    void the_quoted_form_reaches_the_service_bare() {
        charge("u1", '"' + key + '"', "{}");

        assertThat(StandIn.POINT.onlyCall().headers().get("Idempotency-Key")).containsExactly(key);
    }

    @Test
    void the_same_request_meanwhile_is_in_progress_and_another_one_is_a_reuse() {
        var latch = StandIn.POINT.answersLater(201, JSON, "{}");
        var first = new Caller(port, CHARGE)
                .as("u1")
                .key(key)
                .json("{\"amount\":1}")
                .postLater();
        await().until(() -> !StandIn.POINT.calls().isEmpty());

        var same = charge("u1", key, "{\"amount\":1}");
        var other = charge("u1", key, "{\"amount\":2}");
        latch.countDown();

        assertThat(first.join().status()).isEqualTo(201);
        assertThat(same.status()).isEqualTo(409);
        assertThat(same.code()).isEqualTo("REQUEST_IN_PROGRESS");
        assertThat(same.header("Retry-After")).isEqualTo("1");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(StandIn.POINT.calls()).hasSize(1);
    }

    @Test
    void another_body_query_or_content_type_is_another_request() {
        charge("u1", key, "{\"amount\":1}");

        assertThat(charge("u1", key, "{\"amount\": 1}").code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(new Caller(port, CHARGE + "?a=1")
                        .as("u1")
                        .key(key)
                        .json("{\"amount\":1}")
                        .post()
                        .status())
                .isEqualTo(422);
        assertThat(new Caller(port, CHARGE)
                        .as("u1")
                        .key(key)
                        .body("text/plain", java.net.http.HttpRequest.BodyPublishers.ofString("{\"amount\":1}"))
                        .post()
                        .status())
                .isEqualTo(422);
        assertThat(StandIn.POINT.calls()).hasSize(1);
    }

    @Test
    void users_and_endpoints_have_their_own_keys() {
        charge("u1", key, "{}");
        charge("u2", key, "{}");
        new Caller(port, "/v1/orders").as("u1").key(key).json("{}").post();
        new Caller(port, "/v1/coupon-campaigns/1/coupons").as("u1").key(key).post();
        new Caller(port, "/v1/coupon-campaigns/2/coupons").as("u1").key(key).post();

        assertThat(StandIn.POINT.calls()).hasSize(2);
        assertThat(StandIn.ORDER.calls()).hasSize(1);
        assertThat(StandIn.COUPON.calls()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "200, '{}'",
        "201, '{}'",
        "400, '{\"code\":\"OUT_OF_STOCK\"}'",
        "404, '{\"code\":\"CAMPAIGN_NOT_FOUND\"}'",
        "409, '{\"code\":\"COUPON_SOLD_OUT\"}'",
    })
    void successes_and_business_refusals_are_kept(int status, String body) {
        StandIn.POINT.answers(status, "application/problem+json", body);

        charge("u1", key, "{}");
        var second = charge("u1", key, "{}");

        assertThat(second.status()).isEqualTo(status);
        assertThat(second.text()).isEqualTo(body);
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(StandIn.POINT.calls()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "202, '{}'",
        "400, '{\"code\":\"MALFORMED_REQUEST\"}'",
        "400, '{\"code\":\"VALIDATION_FAILED\"}'",
        "400, 'no problem document'",
        "401, '{}'",
        "403, '{}'",
        "405, '{}'",
        "406, '{}'",
        "408, '{}'",
        "409, '{\"code\":\"REQUEST_IN_PROGRESS\"}'",
        "413, '{}'",
        "415, '{}'",
        "425, '{}'",
        "429, '{}'",
        "500, '{}'",
        "502, '{}'",
        "503, '{}'",
        "504, '{}'",
    })
    void what_another_try_may_turn_out_differently_is_not_kept(int status, String body) {
        StandIn.POINT.answers(status, "application/problem+json", body);

        var first = charge("u1", key, "{}");
        StandIn.POINT.answers(201, JSON, "{}");
        var second = charge("u1", key, "{\"corrected\":true}");

        assertThat(first.status()).isEqualTo(status);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.header("Idempotent-Replayed")).isNull();
        assertThat(StandIn.POINT.calls()).hasSize(2);
    }

    @Test
    void an_answer_over_the_limit_is_passed_on_and_not_kept() {
        StandIn.POINT.answers(200, JSON, "\"" + "x".repeat(256 * 1024) + "\"");

        var first = charge("u1", key, "{}");
        charge("u1", key, "{}");

        assertThat(first.raw().body()).hasSize(256 * 1024 + 2);
        assertThat(StandIn.POINT.calls()).hasSize(2);
    }

    @Test
    void a_thousand_identical_requests_at_once_are_one_call() {
        var token = Tokens.user("u-" + key);
        var latch = StandIn.POINT.answersLater(201, JSON, "{\"chargeId\":\"c1\"}");

        var replies = IntStream.range(0, 1_000)
                .mapToObj(i -> new Caller(port, CHARGE)
                        .bearing(token)
                        .key(key)
                        .json("{}")
                        .postLater())
                .toList();
        await().until(() -> replies.stream().filter(CompletableFuture::isDone).count() >= 500);
        latch.countDown();
        CompletableFuture.allOf(replies.toArray(CompletableFuture[]::new)).join();

        assertThat(replies).extracting(reply -> reply.join().status()).containsOnly(201, 409);
        assertThat(replies).allMatch(reply -> reply.join().header("Idempotency-Degraded") == null);
        assertThat(StandIn.POINT.calls()).hasSize(1);
        assertThat(replies)
                .filteredOn(reply -> reply.join().status() == 201)
                .extracting(reply -> reply.join().text())
                .isNotEmpty()
                .containsOnly("{\"chargeId\":\"c1\"}");
    }

    @Test
    void korean_survives_being_cut_between_buffers_in_both_directions() throws Exception {
        var text = "{\"name\":\"감사합니다 사가마트\"}".getBytes(UTF_8);
        StandIn.POINT.behaves(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", JSON);
            exchange.sendResponseHeaders(200, 0);
            for (byte single : text) {
                exchange.getResponseBody().write(single);
                exchange.getResponseBody().flush();
            }
        });

        try (var wire = new Wire(port)) {
            wire.write(head("Idempotency-Key: " + key + "\r\nTransfer-Encoding: chunked\r\n"));
            for (int i = 0; i < text.length; i++) {
                wire.chunk(text, i, i + 1);
            }
            wire.write("0\r\n\r\n");
            assertThat(wire.status()).isEqualTo(200);
        }
        var replay = charge("u1", key, new String(text, UTF_8));

        assertThat(StandIn.POINT.onlyCall().body()).isEqualTo(text);
        assertThat(replay.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(replay.raw().body()).isEqualTo(text);
    }

    @Test
    void a_client_that_hangs_up_finds_its_answer_when_it_comes_back() throws Exception {
        var latch = StandIn.POINT.answersLater(201, JSON, "{\"chargeId\":\"c1\"}");
        var wire = new Wire(port);
        wire.write(head("Idempotency-Key: " + key + "\r\nContent-Length: 2\r\n") + "{}");
        await().until(() -> !StandIn.POINT.calls().isEmpty());

        wire.hangUp();
        assertThat(charge("u1", key, "{}").status()).isEqualTo(409);
        latch.countDown();

        await().untilAsserted(() -> {
            var reply = charge("u1", key, "{}");
            assertThat(reply.status()).isEqualTo(201);
            assertThat(reply.header("Idempotent-Replayed")).isEqualTo("true");
        });
        assertThat(StandIn.POINT.calls()).hasSize(1);
    }

    @Test
    void a_client_that_hangs_up_while_sending_leaves_nothing_behind() throws Exception {
        var wire = new Wire(port);
        wire.write(head("Idempotency-Key: " + key + "\r\nContent-Length: 20\r\n") + "{\"amo");
        wire.hangUp();

        var reply = charge("u1", key, "{}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(StandIn.POINT.calls()).hasSize(1);
    }

    @Test
    void a_kept_answer_is_not_shown_without_a_valid_token() {
        charge("u1", key, "{}");

        var reply =
                new Caller(port, CHARGE).bearing("expired").key(key).json("{}").post();

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("Idempotent-Replayed")).isNull();
    }

    private Caller.Reply charge(String user, String key, String body) {
        return new Caller(port, CHARGE).as(user).key(key).json(body).post();
    }

    private int chargeByHand(String headers) throws Exception {
        try (var wire = new Wire(port)) {
            wire.write(head(headers + "Content-Length: 2\r\n") + "{}");
            return wire.status();
        }
    }

    private static String head(String headers) {
        return "POST " + CHARGE + " HTTP/1.1\r\nHost: x\r\nContent-Type: " + JSON + "\r\nAuthorization: Bearer "
                + Tokens.user("u1") + "\r\n" + headers + "\r\n";
    }
}
