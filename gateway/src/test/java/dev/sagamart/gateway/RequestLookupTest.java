package dev.sagamart.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagamart.testsupport.infrastructure.Infrastructure;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class RequestLookupTest {

    private static final String CHARGE = "/v1/points/charges";
    private static final String NOTHING = "{\"items\":[]}";

    @LocalServerPort
    int port;

    private final String user = UUID.randomUUID().toString();
    private final String key = Caller.freshKey();

    @BeforeEach
    void servicesThatKnowNothing() {
        StandIn.resetAll();
        StandIn.ALL.forEach(service -> service.answers(200, "application/json", NOTHING));
    }

    @AfterEach
    void storeIsBack() {
        Infrastructure.redis().start();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> charge(Caller.freshKey()).header("Idempotency-Degraded") == null);
    }

    @Test
    void a_request_is_processing_and_then_completed() {
        var latch = StandIn.POINT.answersLater(201, "application/json", "{}");
        var charge = new Caller(port, CHARGE).as(user).key(key).json("{}").postLater();
        await().until(() -> !StandIn.POINT.calls().isEmpty());

        var meanwhile = find(user);
        latch.countDown();
        charge.join();
        var afterwards = find(user);

        assertThat(meanwhile.status()).isEqualTo(200);
        assertThat(meanwhile.member("state")).isEqualTo("PROCESSING");
        assertThat(meanwhile.text()).doesNotContain("\"status\"");
        assertThat(afterwards.member("idempotencyKey")).isEqualTo(key);
        assertThat(afterwards.member("state")).isEqualTo("COMPLETED");
        assertThat(afterwards.member("status")).isEqualTo("201");
        assertThat(afterwards.member("method")).isEqualTo("POST");
        assertThat(afterwards.member("path")).isEqualTo(CHARGE);
        assertThat(Instant.parse(afterwards.member("requestedAt")))
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
    }

    @Test
    void the_location_of_the_answer_is_told() {
        StandIn.ORDER.answers(201, "application/json", "{}", "Location", "/v1/orders/7");
        new Caller(port, "/v1/orders").as(user).key(key).json("{}").post();

        assertThat(find(user).member("location")).isEqualTo("/v1/orders/7");
    }

    @Test
    void a_request_of_another_user_does_not_exist() {
        charge(key);

        assertThat(find("other-" + user).status()).isEqualTo(404);
        assertThat(find("other-" + user).code()).isEqualTo("NOT_FOUND");
    }

    @Test
    void a_request_whose_key_is_free_again_does_not_exist() {
        StandIn.POINT.answers(400, "application/problem+json", "{\"code\":\"VALIDATION_FAILED\"}");
        charge(key);
        StandIn.POINT.answers(200, "application/json", NOTHING);

        assertThat(find(user).status()).isEqualTo(404);
    }

    @Test
    void of_several_requests_with_one_key_the_latest_is_told_or_the_one_to_a_path() {
        charge(key);
        StandIn.ORDER.answers(400, "application/problem+json", "{\"code\":\"OUT_OF_STOCK\"}");
        new Caller(port, "/v1/orders").as(user).key(key).json("{}").post();

        assertThat(find(user).member("status")).isEqualTo("400");
        assertThat(new Caller(port, "/v1/requests/" + key + "?path=" + CHARGE)
                        .as(user)
                        .get()
                        .member("status"))
                .isEqualTo("200");
    }

    @Test
    void what_the_store_has_forgotten_the_services_tell() {
        StandIn.PRODUCT.answers(200, "application/json", """
                {"items":[{"operation":"POST /v1/products","requestedAt":"2026-11-22T10:00:00Z",
                "status":201,"location":"/v1/products/9"}]}""");

        var found = find(user);

        assertThat(found.status()).isEqualTo(200);
        assertThat(found.member("status")).isEqualTo("201");
        assertThat(found.member("location")).isEqualTo("/v1/products/9");
        assertThat(StandIn.PRODUCT.onlyCall().uri()).isEqualTo("/internal/requests/" + key);
        assertThat(StandIn.PRODUCT.onlyCall().headers().getFirst("Authorization"))
                .startsWith("Bearer ");
        assertThat(StandIn.CHARGE_LOG.calls()).as("every service takes writes").hasSize(1);
    }

    @Test
    void without_the_store_the_services_tell() {
        StandIn.ORDER.answers(
                200,
                "application/json",
                "{\"items\":[{\"operation\":\"POST /v1/orders\",\"requestedAt\":\"2026-11-22T10:00:00Z\"}]}");
        Infrastructure.redis().kill();

        assertThat(find(user).member("state")).isEqualTo("PROCESSING");
    }

    @Test
    void a_service_that_cannot_be_asked_may_know_the_request() {
        StandIn.COUPON.answers(503, "application/problem+json", "{}");

        var reply = find(user);

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.header("Retry-After")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "with%20space", "%22quoted-key%22x"})
    void what_cannot_be_a_key_is_refused(String malformed) {
        var reply = new Caller(port, "/v1/requests/" + malformed).as(user).get();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("IDEMPOTENCY_KEY_MALFORMED");
    }

    @Test
    void it_is_only_read_and_only_by_users() {
        assertThat(new Caller(port, "/v1/requests/" + key).get().status()).isEqualTo(401);
        var post = new Caller(port, "/v1/requests/" + key).as(user).key(key).post();
        assertThat(post.status()).isEqualTo(405);
        assertThat(post.header("Allow")).isEqualTo("GET, HEAD");
    }

    private Caller.Reply find(String someone) {
        return new Caller(port, "/v1/requests/" + key).as(someone).get();
    }

    private Caller.Reply charge(String someKey) {
        return new Caller(port, CHARGE).as(user).key(someKey).json("{}").post();
    }
}
