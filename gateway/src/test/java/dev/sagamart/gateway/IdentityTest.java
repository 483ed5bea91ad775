package dev.sagamart.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import dev.sagamart.testsupport.infrastructure.Tokens;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class IdentityTest {

    @LocalServerPort
    int port;

    @BeforeEach
    void freshStandIns() {
        StandIn.resetAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/products", "/v1/products/7", "/v1/products/popular", "/v1/coupon-campaigns/3"})
    void the_shop_window_needs_no_token(String path) {
        assertThat(new Caller(port, path).get().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/points",
        "POST, /v1/points/charges",
        "GET, /v1/points/charges",
        "POST, /v1/products",
        "PATCH, /v1/products/7",
        "POST, /v1/products/7/restocks",
        "POST, /v1/products/popular/refreshes",
        "GET, /v1/products/popular/rebuilds",
        "POST, /v1/products/popular/rebuilds",
        "POST, /v1/orders",
        "GET, /v1/orders/1",
        "GET, /v1/orders",
        "POST, /v1/coupon-campaigns",
        "GET, /v1/coupon-campaigns/3/report",
        "POST, /v1/coupon-campaigns/3/coupons",
        "GET, /v1/coupons",
        "GET, /v1/unheard-of",
    })
    void everything_else_does(String method, String path) {
        var reply = new Caller(port, path)
                .key(Caller.freshKey())
                .with("Cookie", "SESSION=1")
                .send(method);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.code()).isEqualTo("UNAUTHENTICATED");
        assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(StandIn.ALL).allMatch(service -> service.calls().isEmpty());
    }

    static Stream<Map.Entry<String, String>> badTokens() {
        var past = Date.from(Instant.now().minusSeconds(90));
        return Stream.of(
                Map.entry("not a token", "abc"),
                Map.entry(
                        "expired",
                        Tokens.with(claims ->
                                claims.issueTime(Date.from(Instant.EPOCH)).expirationTime(past))),
                Map.entry("endless", Tokens.with(claims -> claims.expirationTime(null))),
                Map.entry(
                        "not yet valid",
                        Tokens.with(claims ->
                                claims.notBeforeTime(Date.from(Instant.now().plusSeconds(90))))),
                Map.entry("for another audience", Tokens.with(claims -> claims.audience("other"))),
                Map.entry("for no audience", Tokens.with(claims -> claims.audience(List.of()))),
                Map.entry("of another issuer", Tokens.with(claims -> claims.issuer("http://evil.example"))),
                Map.entry("without user", Tokens.with(claims -> claims.subject(null))),
                Map.entry("of a strange user", Tokens.with(claims -> claims.subject("u1:admin"))),
                Map.entry("of a long user", Tokens.with(claims -> claims.subject("u".repeat(65)))),
                Map.entry("unsigned", Tokens.unsigned(claims -> {})),
                Map.entry("signed with the public key", Tokens.confused(claims -> {})),
                Map.entry("cut", Tokens.user("u1").substring(0, 200)));
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void a_bad_token_is_refused_even_where_none_is_needed(Map.Entry<String, String> bad) {
        var reply = new Caller(port, "/v1/products").bearing(bad.getValue()).get();

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
        assertThat(StandIn.PRODUCT.calls()).isEmpty();
    }

    @Test
    void both_signature_algorithms_and_a_small_clock_skew_are_accepted() {
        var elliptic = Tokens.signed(JWSAlgorithm.ES256, claims -> {});
        var justExpired = Tokens.with(claims -> claims.issueTime(Date.from(Instant.EPOCH))
                .expirationTime(Date.from(Instant.now().minusSeconds(30))));

        assertThat(new Caller(port, "/v1/points").bearing(elliptic).get().status())
                .isEqualTo(200);
        assertThat(new Caller(port, "/v1/points").bearing(justExpired).get().status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/products",
        "PATCH, /v1/products/7",
        "POST, /v1/products/7/restocks",
        "POST, /v1/products/popular/refreshes",
        "GET, /v1/products/popular/rebuilds",
        "POST, /v1/products/popular/rebuilds",
        "POST, /v1/coupon-campaigns",
        "GET, /v1/coupon-campaigns/3/report",
    })
    void admin_calls_need_the_admin_scope(String method, String path) {
        var asUser = new Caller(port, path).as("u1").key(Caller.freshKey()).send(method);
        var byOtherClaims = new Caller(port, path)
                .bearing(Tokens.with(claims -> claims.claim("scp", "admin").claim("roles", List.of("admin"))))
                .key(Caller.freshKey())
                .send(method);

        assertThat(asUser.status()).isEqualTo(403);
        assertThat(asUser.code()).isEqualTo("FORBIDDEN");
        assertThat(byOtherClaims.status()).isEqualTo(403);
        assertThat(StandIn.ALL).allMatch(service -> service.calls().isEmpty());
    }

    @Test
    void what_a_known_token_may_not_do_is_refused_as_when_it_was_new() {
        var token = Tokens.user("u1");
        var asked = new Caller(port, "/v1/points").bearing(token);
        var forbidden = new Caller(port, "/v1/products").bearing(token);

        var first = forbidden.key(Caller.freshKey()).send("POST");
        assertThat(asked.get().status()).isEqualTo(200);
        var second = forbidden.key(Caller.freshKey()).send("POST");

        assertThat(first.status()).isEqualTo(403);
        assertThat(second.status()).isEqualTo(403);
        assertThat(second.header("WWW-Authenticate")).isEqualTo(first.header("WWW-Authenticate"));
        assertThat(second.code()).isEqualTo("FORBIDDEN");
        assertThat(StandIn.PRODUCT.calls()).isEmpty();
        assertThat(new Caller(port, "/v1/points").bearing(token + "x").get().status())
                .isEqualTo(401);
    }

    @Test
    void the_token_is_handed_on_unchanged_and_what_claims_to_be_someone_is_not() {
        var token = Tokens.user("u1");

        new Caller(port, "/v1/points")
                .bearing(token)
                .with("X-User-Id", "u2")
                .with("x-internal-scope", "admin")
                .with("X-Forwarded-For", "10.0.0.1")
                .with("X-Forwarded-Host", "evil.example")
                .with("Forwarded", "for=10.0.0.1")
                .with("Cookie", "SESSION=1")
                .get();

        var headers = StandIn.POINT.onlyCall().headers();
        assertThat(headers.getFirst("Authorization")).isEqualTo("Bearer " + token);
        assertThat(headers.keySet())
                .noneMatch(
                        name -> name.toLowerCase().matches("x-user-.*|x-internal-.*|x-forwarded-.*|forwarded|cookie"));
    }

    @Test
    void a_client_cannot_have_our_headers_stripped_or_leave_http() throws Exception {
        var token = Tokens.user("u1");

        try (var wire = new Wire(port)) {
            wire.write("POST /v1/points/charges HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token
                    + "\r\nIdempotency-Key: " + Caller.freshKey()
                    + "\r\nConnection: Authorization, Idempotency-Key, traceparent, Upgrade\r\nUpgrade: websocket"
                    + "\r\nContent-Length: 2\r\n\r\n{}");
            assertThat(wire.status()).isEqualTo(200);
        }

        var headers = StandIn.POINT.onlyCall().headers();
        assertThat(headers.getFirst("Authorization")).isEqualTo("Bearer " + token);
        assertThat(headers.getFirst("Idempotency-Key")).isNotNull();
        assertThat(headers.getFirst("Traceparent")).isNotNull();
        assertThat(headers.getFirst("Upgrade")).isNull();
    }

    @Test
    void other_origins_get_no_permission() {
        var simple = new Caller(port, "/v1/products")
                .with("Origin", "https://evil.example")
                .get();
        var preflight = new Caller(port, "/v1/orders")
                .with("Origin", "https://evil.example")
                .with("Access-Control-Request-Method", "POST")
                .send("OPTIONS");

        assertThat(simple.header("Access-Control-Allow-Origin")).isNull();
        assertThat(preflight.status()).isGreaterThanOrEqualTo(400);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isNull();
    }
}
