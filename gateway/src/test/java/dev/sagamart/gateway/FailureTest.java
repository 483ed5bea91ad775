package dev.sagamart.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagamart.testsupport.infrastructure.Tokens;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class FailureTest {

    private static final String CHARGE = "/v1/points/charges";

    @LocalServerPort
    int port;

    @LocalManagementPort
    int managementPort;

    @Autowired
    CircuitBreakerRegistry breakers;

    @BeforeEach
    void freshStandIns() {
        StandIn.resetAll();
    }

    @AfterEach
    void closeBreakers() {
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
    }

    @Test
    void a_body_over_the_limit_is_refused_whether_its_length_is_announced_or_not() {
        var large = new byte[64 * 1024 + 1];

        var announced = send(BodyPublishers.ofByteArray(large));
        var chunked = send(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)));

        assertThat(announced.status()).isEqualTo(413);
        assertThat(announced.code()).isEqualTo("PAYLOAD_TOO_LARGE");
        assertThat(chunked.status()).isEqualTo(413);
        assertThat(chunked.code()).isEqualTo("PAYLOAD_TOO_LARGE");
        assertThat(StandIn.POINT.calls()).isEmpty();
    }

    @Test
    void a_body_of_exactly_the_limit_passes() {
        assertThat(send(BodyPublishers.ofByteArray(new byte[64 * 1024])).status())
                .isEqualTo(200);
        assertThat(StandIn.POINT.onlyCall().body()).hasSize(64 * 1024);
    }

    @Test
    void a_crowd_that_calls_one_service_at_once_is_let_through() throws Exception {
        int crowd = 60;
        var latch = StandIn.POINT.answersLater(200, "application/json", "{}");

        List<Future<Integer>> statuses = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < crowd; caller++) {
                var call = new Caller(port, "/v1/points").as("u" + caller);
                statuses.add(threads.submit(() -> call.get().status()));
            }
            await().until(() -> StandIn.POINT.calls().size() == crowd);
            latch.countDown();
        }

        for (Future<Integer> status : statuses) {
            assertThat(status.get()).isEqualTo(200);
        }
    }

    @Test
    void a_connection_that_breaks_before_the_answer_leaves_the_outcome_open() {
        StandIn.POINT.behaves(exchange -> {
            throw new java.io.IOException("gone");
        });

        var reply = send(BodyPublishers.ofString("{}"));

        assertThat(reply.status()).isEqualTo(504);
        assertThat(StandIn.POINT.calls()).hasSize(1);
    }

    @Test
    void a_service_that_keeps_failing_is_left_alone_for_a_while() {
        StandIn.RANKING.behaves(exchange -> {
            throw new java.io.IOException("gone");
        });
        for (int i = 0; i < 10; i++) {
            assertThat(new Caller(port, "/v1/products/popular").get().status()).isEqualTo(504);
        }
        int calls = StandIn.RANKING.calls().size();

        var reply = new Caller(port, "/v1/products/popular").get();

        assertThat(StandIn.RANKING.calls()).hasSize(calls);
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.code()).isEqualTo("SERVICE_UNAVAILABLE");
        assertThat(reply.header("Retry-After")).isEqualTo("1");
        assertThat(new Caller(port, "/v1/products").get().status()).isEqualTo(200);
        StandIn.RANKING.answers(200, "application/json", "{}");
        await().untilAsserted(() -> assertThat(
                        new Caller(port, "/v1/products/popular").get().status())
                .isEqualTo(200));
    }

    @Test
    void a_service_that_is_tried_again_and_still_fails_is_left_alone_again() {
        var breaker = breakers.circuitBreaker("ranking");
        breaker.transitionToOpenState();
        breaker.transitionToHalfOpenState();
        StandIn.RANKING.behaves(exchange -> {
            throw new java.io.IOException("still gone");
        });

        for (int i = 0; i < 3; i++) {
            assertThat(new Caller(port, "/v1/products/popular").get().status()).isEqualTo(504);
        }

        assertThat(breaker.getState()).isEqualTo(CircuitBreaker.State.OPEN);
        assertThat(new Caller(port, "/v1/products/popular").get().status()).isEqualTo(503);
    }

    @Test
    void a_read_whose_connection_broke_is_tried_once_more_and_a_write_is_not() {
        var first = new java.util.concurrent.atomic.AtomicBoolean(true);
        for (var service : new StandIn[] {StandIn.PRODUCT, StandIn.POINT}) {
            first.set(true);
            service.behaves(exchange -> {
                if (first.getAndSet(false)) {
                    throw new java.io.IOException("gone");
                }
                StandIn.respond(exchange, 200, "application/json", "{}".getBytes());
            });
        }

        var read = new Caller(port, "/v1/products").get();
        first.set(true);
        var write = send(BodyPublishers.ofString("{}"));

        assertThat(read.status()).isEqualTo(200);
        assertThat(StandIn.PRODUCT.calls()).hasSize(2);
        assertThat(write.status()).isEqualTo(504);
        assertThat(StandIn.POINT.calls()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 500, 502, 503})
    void an_error_page_of_a_service_becomes_a_problem_that_tells_nothing(int status) {
        StandIn.PRODUCT.answers(
                status, "text/html", "<h1>java.lang.NullPointerException at db-host-7</h1>", "Server", "Tomcat/11");

        var reply = new Caller(port, "/v1/products").get();

        assertThat(reply.status()).isEqualTo(status == 502 ? 500 : status);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.code()).isNotEmpty();
        assertThat(reply.header("Server")).isNull();
        assertThat(reply.text()).doesNotContain("db-host-7", "java");
    }

    @Test
    void a_problem_of_a_service_passes_as_it_is() {
        var problem = "{\"status\":503,\"code\":\"SERVICE_UNAVAILABLE\"}";
        StandIn.COUPON.answers(503, "application/problem+json", problem, "Retry-After", "7");

        var reply = new Caller(port, "/v1/coupons").as("u1").get();

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.text()).isEqualTo(problem);
        assertThat(reply.header("Retry-After")).isEqualTo("7");
    }

    @Test
    void a_problem_names_its_trace_and_the_service_is_in_the_same_one() {
        var parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

        var missing = new Caller(port, "/v1/nowhere")
                .as("u1")
                .with("traceparent", parent)
                .get();
        new Caller(port, "/v1/products").with("traceparent", parent).get();
        new Caller(port, CHARGE)
                .as("u1")
                .key(Caller.freshKey())
                .with("traceparent", parent)
                .json("{}")
                .post();

        assertThat(missing.member("traceId")).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(missing.member("type")).isEqualTo("urn:sagamart:problem:not-found");
        assertThat(missing.member("title")).isEqualTo("Not found");
        assertThat(missing.member("detail")).isNotEmpty();
        for (var service : new StandIn[] {StandIn.PRODUCT, StandIn.POINT}) {
            var sent = service.onlyCall().headers().get("Traceparent");
            assertThat(sent).singleElement().asString().startsWith("00-0af7651916cd43dd8448eb211c80319c-");
            assertThat(sent).doesNotContain(parent);
        }
    }

    @Test
    void every_answer_carries_the_protective_headers() {
        StandIn.PRODUCT.answers(200, "application/json", "{}", "Cache-Control", "max-age=5", "Set-Cookie", "a=b");

        var cached = new Caller(port, "/v1/products").get();
        var refused = new Caller(port, "/v1/points").get();
        var answered = new Caller(port, CHARGE)
                .as("u1")
                .key(Caller.freshKey())
                .json("{}")
                .post();

        assertThat(cached.header("Cache-Control")).isEqualTo("max-age=5");
        assertThat(cached.header("Set-Cookie")).isNull();
        for (var reply : new Caller.Reply[] {refused, answered}) {
            assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
            assertThat(reply.header("Server")).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/products/..;/x", "/v1//products", "/v1/products/%2e%2e/points", "/v1/products/a%2Fb"})
    void a_path_in_disguise_is_malformed(String path) throws Exception {
        try (var wire = new Wire(port)) {
            wire.write(
                    "GET " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + Tokens.user("u1") + "\r\n\r\n");
            assertThat(wire.status()).isEqualTo(400);
        }
    }

    @Test
    void operators_see_health_info_and_metrics_on_a_port_of_their_own_and_nothing_else() {
        send(BodyPublishers.ofString("{}"));

        assertThat(new Caller(managementPort, "/actuator/health/readiness")
                        .get()
                        .status())
                .isEqualTo(200);
        assertThat(new Caller(managementPort, "/actuator/info").get().status()).isEqualTo(200);
        assertThat(new Caller(managementPort, "/actuator/prometheus").get().text())
                .contains("sagamart_gateway_idempotency", "resilience4j_circuitbreaker_state");
        for (var other : new String[] {"env", "gateway/routes", "heapdump", "loggers", "circuitbreakers"}) {
            assertThat(new Caller(managementPort, "/actuator/" + other).get().status())
                    .isNotEqualTo(200);
        }
    }

    private Caller.Reply send(java.net.http.HttpRequest.BodyPublisher body) {
        return new Caller(port, CHARGE)
                .as("u1")
                .key(Caller.freshKey())
                .body("application/json", body)
                .post();
    }
}
