package dev.sagamart.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.EOFException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** A gateway that works on ten requests at once, and on six for one service. */
@GatewayTest
@TestPropertySource(
        properties = {
            "sagamart.gateway.edge.most-in-flight=10",
            "sagamart.gateway.edge.body-patience=300ms",
            "sagamart.gateway.edge.answer-patience=2s",
            "resilience4j.bulkhead.configs.default.max-concurrent-calls=6"
        })
class OverloadTest {

    @LocalServerPort
    int port;

    @LocalManagementPort
    int managementPort;

    @BeforeEach
    void freshStandIns() {
        StandIn.resetAll();
    }

    @Test
    void one_slow_service_takes_only_its_share_and_the_whole_gateway_has_a_limit() {
        var latch = StandIn.POINT.answersLater(200, "application/json", "{}");
        var slow = StandIn.PRODUCT.answersLater(200, "application/json", "{}");
        var hanging = IntStream.range(0, 6).mapToObj(i -> charge()).toList();
        await().until(() -> StandIn.POINT.calls().size() == 6);

        var seventh = charge().join();
        var others = IntStream.range(0, 4).mapToObj(i -> products()).toList();
        await().until(() -> StandIn.PRODUCT.calls().size() == 4);
        var eleventh = new Caller(port, "/v1/coupons").as("u1").get();
        var operator = new Caller(managementPort, "/actuator/health/liveness").get();
        latch.countDown();
        slow.countDown();

        assertThat(seventh.status()).isEqualTo(503);
        assertThat(seventh.header("Retry-After")).isEqualTo("1");
        assertThat(eleventh.status()).isEqualTo(503);
        assertThat(eleventh.code()).isEqualTo("SERVICE_UNAVAILABLE");
        assertThat(eleventh.header("Retry-After")).isEqualTo("1");
        assertThat(StandIn.COUPON.calls()).isEmpty();
        assertThat(operator.status()).isEqualTo(200);
        assertThat(hanging).allSatisfy(call -> assertThat(call.join().status()).isEqualTo(200));
        assertThat(others).allSatisfy(call -> assertThat(call.join().status()).isEqualTo(200));
        assertThat(new Caller(port, "/v1/coupons").as("u1").get().status()).isEqualTo(200);
    }

    @Test
    void a_body_that_does_not_come_in_time_is_given_up() throws Exception {
        try (var wire = new Wire(port)) {
            wire.write("POST /v1/points/charges HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n"
                    + "Content-Type: application/json\r\nIdempotency-Key: " + Caller.freshKey() + "\r\n"
                    + "Authorization: Bearer " + dev.sagamart.testsupport.infrastructure.Tokens.user("u1")
                    + "\r\n\r\n{");

            assertThat(wire.status()).isEqualTo(408);
        }
        assertThat(StandIn.POINT.calls()).isEmpty();
    }

    @Test
    void an_answer_that_trickles_is_cut_off() throws Exception {
        StandIn.PRODUCT.behaves(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            var end = System.nanoTime() + 20_000_000_000L;
            try (var body = exchange.getResponseBody()) {
                while (System.nanoTime() < end) {
                    body.write(' ');
                    body.flush();
                    java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
                }
            }
        });
        try (var wire = new Wire(port)) {
            wire.write("GET /v1/products HTTP/1.1\r\nHost: x\r\n\r\n");

            org.assertj.core.api.Assertions.assertThatThrownBy(wire::rest).isInstanceOf(EOFException.class);
        }
    }

    private CompletableFuture<Caller.Reply> charge() {
        return new Caller(port, "/v1/points/charges")
                .as("u1")
                .key(Caller.freshKey())
                .json("{}")
                .postLater();
    }

    private CompletableFuture<Caller.Reply> products() {
        return CompletableFuture.supplyAsync(
                () -> new Caller(port, "/v1/products").get(),
                task -> Thread.ofVirtual().start(task));
    }
}
