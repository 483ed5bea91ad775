package dev.sagamart.defaults.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.nimbusds.jose.JWSAlgorithm;
import dev.sagamart.defaults.DefaultsTest;
import dev.sagamart.defaults.Http.Answer;
import dev.sagamart.testsupport.infrastructure.Tokens;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;

class TokensTest extends DefaultsTest {
    @Autowired
    ProblemFailures failures;

    private static Date inSeconds(long seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    private static String expiringIn(long seconds) {
        return Tokens.with(claims ->
                claims.issueTime(inSeconds(-600)).notBeforeTime(inSeconds(-600)).expirationTime(inSeconds(seconds)));
    }

    private static Arguments arguments(String kind, Supplier<String> token) {
        return Arguments.of(kind, token);
    }

    static Stream<Arguments> goodTokens() {
        return Stream.of(
                arguments("a user's", () -> Tokens.user("u1")),
                arguments("an admin's", () -> Tokens.admin("u1")),
                arguments("expired within the skew", () -> expiringIn(-30)),
                arguments(
                        "not yet valid within the skew",
                        () -> Tokens.with(claims -> claims.notBeforeTime(inSeconds(30)))),
                arguments(
                        "for us among others", () -> Tokens.with(claims -> claims.audience(List.of("x", "sagamart")))),
                arguments("signed with ES256", () -> Tokens.signed(JWSAlgorithm.ES256, claims -> {})));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("goodTokens")
    void a_good_token_tells_who_calls(String kind, Supplier<String> token) {
        Answer answer = http.get("/v1/me", token.get());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("u1");
    }

    static Stream<Arguments> badTokens() {
        String good = Tokens.user("u1");
        String another = Tokens.user("u2");
        return Stream.of(
                arguments("expired", () -> expiringIn(-90)),
                arguments("not yet valid", () -> Tokens.with(claims -> claims.notBeforeTime(inSeconds(90)))),
                arguments("for somebody else", () -> Tokens.with(claims -> claims.audience("other"))),
                arguments("for nobody", () -> Tokens.with(claims -> claims.audience((String) null))),
                arguments("of another issuer", () -> Tokens.with(claims -> claims.issuer("http://127.0.0.1:1"))),
                arguments("of no issuer", () -> Tokens.with(claims -> claims.issuer(null))),
                arguments("signed with the public key", () -> Tokens.confused(claims -> {})),
                arguments("unsigned", () -> Tokens.unsigned(claims -> {})),
                arguments("without a user", () -> Tokens.with(claims -> claims.subject(null))),
                arguments("with an empty user", () -> Tokens.with(claims -> claims.subject(""))),
                arguments("with a long user", () -> Tokens.with(claims -> claims.subject("u".repeat(65)))),
                arguments("with a space in the user", () -> Tokens.with(claims -> claims.subject("u 1"))),
                arguments("with a line in the user", () -> Tokens.with(claims -> claims.subject("u1\n"))),
                arguments("with a colon in the user", () -> Tokens.with(claims -> claims.subject("u:1"))),
                arguments("with a foreign letter in the user", () -> Tokens.with(claims -> claims.subject("ü"))),
                arguments(
                        "with another's signature",
                        () -> good.substring(0, good.lastIndexOf('.')) + another.substring(another.lastIndexOf('.'))),
                arguments("cut off", () -> good.substring(0, good.length() / 2)),
                arguments("no token at all", () -> "nonsense"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void a_bad_token_is_refused_without_saying_much(String kind, Supplier<String> token) {
        Answer answer = http.get("/v1/me", token.get());

        assertProblem(answer, 401, "UNAUTHENTICATED");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(errorsLogged()).isEmpty();
    }

    @Test
    void a_user_id_has_up_to_64_characters() {
        String longest = "Az09_-" + "u".repeat(58);

        assertThat(http.get("/v1/me", Tokens.user(longest)).body()).isEqualTo(longest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Authorization: Basic dTE6cA==", "Authorization: Bearer", "Cookie: JSESSIONID=1", "X-User-Id: u1"
            })
    void only_a_bearer_token_says_who_calls(String header) {
        String[] parts = header.split(": ");
        Answer answer = http.send(http.request("/v1/me").header(parts[0], parts[1]));

        assertProblem(answer, 401, "UNAUTHENTICATED");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(answer.header("Set-Cookie")).isNull();
    }

    @Test
    void a_token_in_the_address_does_not_count() {
        assertProblem(http.get("/v1/me?access_token=" + token()), 401, "UNAUTHENTICATED");
    }

    @Test
    void a_path_needs_a_token_unless_it_is_opened_for_reading() {
        assertThat(http.get("/v1/open").body()).isEqualTo("open");
        assertThat(http.get("/v1/open/7").body()).isEqualTo("7");
        assertProblem(http.get("/v1/me"), 401, "UNAUTHENTICATED");
        assertProblem(http.get("/v1/open/mine/too"), 401, "UNAUTHENTICATED");
        assertProblem(http.get("/v1/no-such-path"), 401, "UNAUTHENTICATED");
        assertProblem(
                http.send(http.request("/v1/open").POST(java.net.http.HttpRequest.BodyPublishers.noBody())),
                401,
                "UNAUTHENTICATED");
    }

    @Test
    void an_open_path_does_not_accept_a_bad_token_either() {
        assertProblem(http.get("/v1/open", "nonsense"), 401, "UNAUTHENTICATED");
    }

    @Test
    void an_admin_path_needs_an_admin() {
        assertThat(http.post("/v1/admin", Tokens.admin("root"), "").body()).isEqualTo("root");
        assertProblem(http.post("/v1/admin", Tokens.user("u1"), ""), 403, "FORBIDDEN");
        assertProblem(
                http.post("/v1/admin", Tokens.with(claims -> claims.claim("scope", "administrator")), ""),
                403,
                "FORBIDDEN");
        assertProblem(http.post("/v1/admin", "nonsense", ""), 401, "UNAUTHENTICATED");
        assertThat(http.post("/v1/admin", Tokens.with(claims -> claims.claim("scope", "read admin")), "")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void what_is_for_operators_is_not_on_this_port() {
        for (String path : new String[] {"/actuator", "/actuator/health", "/actuator/env", "/actuator/prometheus"}) {
            assertThat(http.get(path).status()).isEqualTo(404);
        }
    }

    @Test
    void tokens_that_cannot_be_checked_now_are_no_bad_tokens() throws Exception {
        var unreachable = new JwtAuthenticationProvider(token -> {
            throw new JwtException("the issuer does not answer");
        });
        var response = new MockHttpServletResponse();

        try {
            unreachable.authenticate(new BearerTokenAuthenticationToken(token()));
            fail("authenticated");
        } catch (AuthenticationException failure) {
            failures.onAuthenticationFailure(new MockHttpServletRequest("GET", "/v1/me"), response, failure);
        }

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("1");
        assertThat(response.getContentAsString())
                .contains("SERVICE_UNAVAILABLE")
                .doesNotContain("issuer");
    }
}
