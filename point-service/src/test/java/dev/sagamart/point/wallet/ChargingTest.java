package dev.sagamart.point.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.contracts.Topics;
import dev.sagamart.contracts.point.PointsCharged;
import dev.sagamart.messaging.MessageCodec;
import dev.sagamart.messaging.WireTypes;
import dev.sagamart.point.PointServiceTest;
import dev.sagamart.testsupport.infrastructure.Tokens;
import dev.sagamart.testsupport.probes.TopicProbe;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

class ChargingTest extends PointServiceTest {
    private record Charge(UUID chargeId, long amount, long balance, Instant chargedAt) {}

    @Autowired
    MessageCodec codec;

    @Test
    void a_charge_adds_to_the_balance_and_tells_when() {
        String user = someone();

        charge(user, 1000).expectStatus().isCreated();
        Charge second = charge(user, 1)
                .expectStatus()
                .isCreated()
                .expectHeader()
                .contentType(MediaType.APPLICATION_JSON)
                .expectBody(Charge.class)
                .returnResult()
                .getResponseBody();

        assertThat(second.chargeId().version()).isEqualTo(7);
        assertThat(second.amount()).isEqualTo(1);
        assertThat(second.balance()).isEqualTo(1001);
        assertThat(second.chargedAt()).isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(balance(user)).isEqualTo(1001);
    }

    @Test
    void a_charge_answers_with_these_fields_and_no_others() {
        charge(someone(), 10000)
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(4)
                .jsonPath("$.amount")
                .isEqualTo(10000)
                .jsonPath("$.balance")
                .isEqualTo(10000)
                .jsonPath("$.chargeId")
                .isNotEmpty()
                .jsonPath("$.chargedAt")
                .value(at -> assertThat(at.toString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z"));
    }

    @Test
    void a_user_never_seen_has_no_points() {
        assertThat(balance(someone())).isZero();
    }

    @Test
    void a_charge_is_announced_as_it_was_answered() {
        String user = someone();

        try (var events = TopicProbe.on(Topics.POINT_EVENTS)) {
            Charge charge =
                    charge(user, 70).expectBody(Charge.class).returnResult().getResponseBody();

            ConsumerRecord<String, byte[]> event =
                    events.await(1, it -> user.equals(it.key())).getFirst();
            assertThat(codec.decode(event, WireTypes.of(PointsCharged.class)))
                    .get()
                    .extracting("body")
                    .isEqualTo(new PointsCharged(charge.chargeId(), user, 70, 70, charge.chargedAt()));
        }
        Awaitility.await().until(() -> outboxRows(user) == 0);
    }

    private int outboxRows(String user) {
        return jdbc.queryForObject("select count(*) from outbox where key = ?", Integer.class, user);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 1_000_000})
    void the_smallest_and_the_largest_charge_are_allowed(long amount) {
        charge(someone(), amount).expectStatus().isCreated();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"amount\":0}", "{\"amount\":-1}", "{\"amount\":1000001}", "{\"amount\":null}", "{}"})
    void an_amount_out_of_range_is_not_valid(String body) {
        String user = someone();

        charge(user, someKey(), body)
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("VALIDATION_FAILED")
                .jsonPath("$.errors[0].field")
                .isEqualTo("amount");
        assertThat(balance(user)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"amount\":\"100\"}",
                "{\"amount\":true}",
                "{\"amount\":10.5}",
                "{\"amount\":1e3}",
                "{\"amount\":100.0}",
                "{\"amount\":99999999999999999999}",
                "{\"amount\":[100]}",
                "{\"amount\":100,\"amuont\":1}",
                "{\"amount\":100,\"amount\":100}",
                "{\"amount\":100} {}",
                "{\"amount\":100 /* won */}",
                "{\"amount\":100",
                "[]",
                "100",
                "null",
                ""
            })
    void what_is_not_the_expected_json_is_malformed(String body) {
        String user = someone();

        charge(user, someKey(), body)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("MALFORMED_REQUEST");
        assertThat(balance(user)).isZero();
    }

    @Test
    void a_charge_may_fill_the_wallet_to_its_limit_and_not_beyond() {
        String user = someoneWith(99_999_000);

        charge(user, 1001)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("BALANCE_LIMIT_EXCEEDED");
        assertThat(balance(user)).isEqualTo(99_999_000);

        charge(user, 1000).expectStatus().isCreated();
        assertThat(balance(user)).isEqualTo(100_000_000);
    }

    @Test
    void nobody_charges_or_looks_without_a_token_for_this_shop() {
        client.get()
                .uri("/v1/points")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .exists("WWW-Authenticate")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("UNAUTHENTICATED");
        client.post()
                .uri("/v1/points/charges")
                .headers(headers -> headers.setBearerAuth(Tokens.with(claims -> claims.audience("another-shop"))))
                .header("Idempotency-Key", someKey())
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"amount\":100}")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void a_client_cannot_choose_its_user_id() {
        String rich = someoneWith(500);

        client.get()
                .uri("/v1/points?userId=" + rich)
                .headers(headers -> headers.setBearerAuth(Tokens.user(someone())))
                .header("X-User-Id", rich)
                .exchange()
                .expectBody()
                .jsonPath("$.balance")
                .isEqualTo(0);
    }

    @Test
    void other_paths_methods_and_media_types_are_refused() {
        assertCode(HttpMethod.GET, "/v1/points/nothing", MediaType.APPLICATION_JSON, 404, "NOT_FOUND");
        assertCode(HttpMethod.DELETE, "/v1/points", MediaType.APPLICATION_JSON, 405, "METHOD_NOT_ALLOWED");
        assertCode(HttpMethod.POST, "/v1/points/charges", MediaType.TEXT_PLAIN, 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    private void assertCode(HttpMethod method, String path, MediaType type, int status, String code) {
        client.method(method)
                .uri(path)
                .headers(headers -> headers.setBearerAuth(Tokens.user("u1")))
                .header("Idempotency-Key", someKey())
                .contentType(type)
                .body("{\"amount\":100}")
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code);
    }

    @Test
    void the_api_document_says_the_same() {
        client.get()
                .uri("/v3/api-docs")
                .headers(headers -> headers.setBearerAuth(Tokens.user("u1")))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.paths['/v1/points'].get.parameters")
                .doesNotExist()
                .jsonPath("$.paths['/v1/points/charges'].post.parameters[*].name")
                .isEqualTo("Idempotency-Key")
                .jsonPath("$.paths['/v1/points/charges'].post.responses['201'].content..['$ref']")
                .isEqualTo("#/components/schemas/ChargeView")
                .jsonPath("$.components.schemas.ChargeRequest.properties.amount.maximum")
                .isEqualTo(1_000_000);
    }
}
