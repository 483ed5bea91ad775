package dev.sagamart.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@GatewayTest
@TestPropertySource(properties = "spring.cloud.gateway.server.webflux.httpclient.response-timeout=1s")
class SlowServiceTest {

    private static final String CHARGE = "/v1/points/charges";

    @LocalServerPort
    int port;

    @BeforeEach
    void freshStandIns() {
        StandIn.resetAll();
    }

    @Test
    void a_service_that_does_not_answer_in_time_is_a_time_out_and_the_key_is_free_again() {
        var latch = StandIn.POINT.answersLater(201, "application/json", "{}");
        var key = Caller.freshKey();

        var read = new Caller(port, "/v1/points").as("u1").get();
        var write = new Caller(port, CHARGE).as("u1").key(key).json("{}").post();
        latch.countDown();
        var again = new Caller(port, CHARGE).as("u1").key(key).json("{}").post();

        assertThat(read.status()).isEqualTo(504);
        assertThat(read.code()).isEqualTo("UPSTREAM_TIMEOUT");
        assertThat(write.code()).isEqualTo("UPSTREAM_TIMEOUT");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotent-Replayed")).isNull();
    }

    @Test
    void an_order_may_take_longer_than_the_rest() {
        var latch = StandIn.ORDER.answersLater(201, "application/json", "{}");
        var order = new Caller(port, "/v1/orders")
                .as("u1")
                .key(Caller.freshKey())
                .json("{}")
                .postLater();

        var others = new Caller(port, "/v1/orders").as("u1").get();
        latch.countDown();

        assertThat(others.status()).isEqualTo(504);
        assertThat(order.join().status()).isEqualTo(201);
    }

    @Test
    void a_service_that_keeps_us_waiting_is_not_waited_for_any_longer() {
        var latch = StandIn.RANKING.answersLater(200, "application/json", "{}");

        var waited = IntStream.range(0, 10)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> new Caller(port, "/v1/products/popular").get(),
                        task -> Thread.ofVirtual().start(task)))
                .toList();
        assertThat(waited).allSatisfy(reply -> assertThat(reply.join().status()).isEqualTo(504));
        int calls = StandIn.RANKING.calls().size();
        var next = new Caller(port, "/v1/products/popular").get();
        latch.countDown();

        assertThat(next.status()).isEqualTo(503);
        assertThat(StandIn.RANKING.calls()).hasSize(calls);
    }
}
