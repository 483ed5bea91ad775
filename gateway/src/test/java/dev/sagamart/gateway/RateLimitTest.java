package dev.sagamart.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagamart.testsupport.infrastructure.Infrastructure;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** An address may do 60 requests at once here, a user 20, and hardly any more after that. */
@GatewayTest
@TestPropertySource(
        properties = {
            "sagamart.gateway.limits.user-rate=1",
            "sagamart.gateway.limits.user-burst=20",
            "sagamart.gateway.limits.address-rate=1",
            "sagamart.gateway.limits.address-burst=60",
            "sagamart.gateway.edge.trusted-proxies=127\\.0\\.0\\.1"
        })
class RateLimitTest {

    @LocalServerPort
    int port;

    private final String user = UUID.randomUUID().toString();
    private final String address = "2001:db8:" + hex() + ":" + hex() + "::1";

    @BeforeEach
    void freshStandIns() {
        StandIn.resetAll();
    }

    @AfterEach
    void storeIsBack() {
        Infrastructure.redis().start();
    }

    @Test
    void a_user_over_the_limit_is_refused_and_told_how_to_go_on() {
        for (int i = 0; i < 20; i++) {
            assertThat(points().status()).isEqualTo(200);
        }

        var refused = points();

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("TOO_MANY_REQUESTS");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 20);
        assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"user\";q=20;w=20");
        assertThat(refused.header("RateLimit")).startsWith("\"user\";r=0;t=");
        assertThat(StandIn.POINT.calls()).hasSize(20);
    }

    @Test
    void an_answer_tells_how_the_user_stands() {
        assertThat(points().header("RateLimit")).isEqualTo("\"user\";r=19;t=1");
        assertThat(charge().header("RateLimit")).startsWith("\"user\";r=18;");
    }

    @Test
    void a_refused_write_has_not_used_its_key() {
        IntStream.range(0, 20).forEach(i -> points());
        var key = Caller.freshKey();

        assertThat(caller("/v1/points/charges").key(key).json("{}").post().status())
                .isEqualTo(429);

        await().untilAsserted(() -> assertThat(
                        caller("/v1/points/charges").key(key).json("{}").post().header("Idempotent-Replayed"))
                .isNull());
    }

    @Test
    void one_user_does_not_use_up_the_allowance_of_another() {
        IntStream.range(0, 21).forEach(i -> points());

        var other = new Caller(port, "/v1/points")
                .with("X-Forwarded-For", address)
                .as("other-" + user)
                .get();

        assertThat(other.status()).isEqualTo(200);
    }

    @Test
    void an_address_has_a_limit_and_all_of_an_ipv6_network_is_one_address() {
        for (int i = 0; i < 60; i++) {
            assertThat(products(address + i).status()).isEqualTo(200);
        }

        assertThat(products(address).status()).isEqualTo(429);
        assertThat(products(address).header("RateLimit")).startsWith("\"address\";r=0;");
        assertThat(products("2001:db8:" + hex() + "::1").status()).isEqualTo(200);
    }

    @Test
    void what_a_client_says_about_its_address_does_not_count() {
        for (int i = 0; i < 60; i++) {
            assertThat(products("203.0.113." + i + ", " + address).status()).isEqualTo(200);
        }

        assertThat(products("203.0.113.200, " + address).status()).isEqualTo(429);
    }

    @Test
    void a_bad_token_is_a_bad_token_even_over_the_limit() {
        IntStream.range(0, 61).forEach(i -> products(address));

        var reply = new Caller(port, "/v1/points")
                .with("X-Forwarded-For", address)
                .bearing("x.y.z")
                .get();

        assertThat(reply.status()).isEqualTo(401);
    }

    @Test
    void without_the_store_each_gateway_keeps_its_own_count() {
        Infrastructure.redis().kill();

        long admitted =
                IntStream.range(0, 30).filter(i -> points().status() == 200).count();

        assertThat(admitted).isBetween(20L, 22L);
    }

    private Caller.Reply points() {
        return caller("/v1/points").get();
    }

    private Caller.Reply charge() {
        return caller("/v1/points/charges").key(Caller.freshKey()).json("{}").post();
    }

    private Caller caller(String path) {
        return new Caller(port, path).with("X-Forwarded-For", address).as(user);
    }

    private Caller.Reply products(String from) {
        return new Caller(port, "/v1/products").with("X-Forwarded-For", from).get();
    }

    private static String hex() {
        return UUID.randomUUID().toString().substring(0, 4);
    }
}
