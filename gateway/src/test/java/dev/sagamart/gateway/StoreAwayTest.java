package dev.sagamart.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagamart.testsupport.infrastructure.Infrastructure;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@GatewayTest
@TestPropertySource(properties = "sagamart.redis.patience=450ms")
class StoreAwayTest {

    private static final String CHARGE = "/v1/points/charges";

    @LocalServerPort
    int port;

    @LocalManagementPort
    int managementPort;

    @BeforeEach
    void freshStandIns() {
        StandIn.resetAll();
    }

    @AfterEach
    void storeIsBack() {
        Infrastructure.redis().start();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> charge(Caller.freshKey()).header("Idempotency-Degraded") == null);
    }

    @Test
    void writes_go_on_without_the_store_and_say_so() {
        assertThat(charge(Caller.freshKey()).header("Idempotency-Degraded")).isNull();
        Infrastructure.redis().kill();

        var key = Caller.freshKey();
        var first = charge(key);
        var second = charge(key);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("Idempotency-Degraded")).isEqualTo("true");
        assertThat(second.header("Idempotency-Degraded")).isEqualTo("true");
        assertThat(StandIn.POINT.calls().getLast().headers().getFirst("Idempotency-Key"))
                .isEqualTo(key);
        assertThat(new Caller(managementPort, "/actuator/health/readiness")
                        .get()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_store_that_hangs_costs_the_first_requests_half_a_second_and_the_next_ones_nothing() throws Exception {
        for (int i = 0; i < 20; i++) {
            charge(Caller.freshKey());
        }
        var redis = URI.create(Infrastructure.redisUrl());
        try (var wire = new Wire(redis.getPort())) {
            wire.write("CLIENT PAUSE 4000 ALL\r\n");
        }

        var slowest = Duration.ZERO;
        for (int i = 0; i < 4; i++) {
            slowest = longer(slowest, timeOfDegradedCharge());
        }
        var next = timeOfDegradedCharge();

        assertThat(slowest).isBetween(Duration.ofMillis(300), Duration.ofMillis(900));
        assertThat(next).isLessThan(Duration.ofMillis(300));
    }

    @Test
    void an_answer_that_cannot_be_kept_is_given_all_the_same() {
        var latch = StandIn.POINT.answersLater(201, "application/json", "{}");
        var reply = new Caller(port, CHARGE)
                .as("u1")
                .key(Caller.freshKey())
                .json("{}")
                .postLater();
        await().until(() -> !StandIn.POINT.calls().isEmpty());

        Infrastructure.redis().kill();
        latch.countDown();

        assertThat(reply.join().status()).isEqualTo(201);
        assertThat(reply.join().header("Idempotency-Degraded")).isNull();
        assertThat(new Caller(managementPort, "/actuator/prometheus").get().text())
                .contains("outcome=\"store_failed\"");
    }

    @Test
    void a_failure_without_the_store_says_so_too() {
        charge(Caller.freshKey());
        Infrastructure.redis().kill();
        StandIn.POINT.behaves(exchange -> {
            throw new java.io.IOException("gone");
        });

        var reply = charge(Caller.freshKey());

        assertThat(reply.status()).isEqualTo(504);
        assertThat(reply.header("Idempotency-Degraded")).isEqualTo("true");
        StandIn.resetAll();
    }

    @Test
    void nobody_gets_in_without_a_valid_token_because_the_store_is_away() {
        Infrastructure.redis().kill();

        var reply = new Caller(port, CHARGE)
                .bearing("x.y.z")
                .key(Caller.freshKey())
                .json("{}")
                .post();

        assertThat(reply.status()).isEqualTo(401);
        assertThat(StandIn.POINT.calls()).isEmpty();
    }

    private Duration timeOfDegradedCharge() {
        var start = Instant.now();
        assertThat(charge(Caller.freshKey()).header("Idempotency-Degraded")).isEqualTo("true");
        return Duration.between(start, Instant.now());
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private Caller.Reply charge(String key) {
        return new Caller(port, CHARGE).as("u1").key(key).json("{}").post();
    }
}
