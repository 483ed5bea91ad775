package dev.sagamart.systemtests.contract;

import static dev.sagamart.systemtests.contract.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import dev.sagamart.local.infrastructure.TokenMint;
import dev.sagamart.systemtests.http.Reply;
import dev.sagamart.systemtests.shop.Shop;
import dev.sagamart.systemtests.suite.SuiteUnderTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may do what, and how one says who one is. */
@Order(2)
class IdentityContractIT extends ContractTest {

    IdentityContractIT(SuiteUnderTest suite) {
        super(suite);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/products", "/v1/products/1", "/v1/products/popular", "/v1/coupon-campaigns/1"})
    void reading_products_and_campaigns_needs_no_token(String path) {
        assertThat(client.get(path).send().status()).isEqualTo(200);
        assertThat(client.get(path).as("anybody").send().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/points/charges",
        "GET, /v1/points",
        "GET, /v1/points/charges",
        "POST, /v1/products",
        "PATCH, /v1/products/1",
        "POST, /v1/products/1/restocks",
        "POST, /v1/orders",
        "GET, /v1/orders",
        "GET, /v1/orders/" + UNKNOWN_ID,
        "POST, /v1/coupon-campaigns",
        "POST, /v1/coupon-campaigns/1/coupons",
        "GET, /v1/coupons",
        "POST, /v1/products/popular/refreshes",
    })
    void everything_else_needs_one(String method, String path) {
        Reply reply = client.call(method, path).body("{}").send();

        assertProblem(reply, "401 UNAUTHENTICATED");
        assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/products",
        "PATCH, /v1/products/1",
        "POST, /v1/products/1/restocks",
        "POST, /v1/coupon-campaigns",
        "POST, /v1/products/popular/refreshes",
    })
    void what_admins_do_is_forbidden_to_others(String method, String path) {
        assertProblem(client.call(method, path).as("nosy").body("{}").send(), "403 FORBIDDEN");
        assertProblem(
                client.call(method, path)
                        .bearer(token(claims -> claims.subject("nosy").claim("scope", "administrator user")))
                        .body("{}")
                        .send(),
                "403 FORBIDDEN");
    }

    @TestFactory
    Stream<DynamicTest> a_token_that_is_not_right_in_every_way_is_worth_nothing() {
        Map<String, String> tokens = new LinkedHashMap<>();
        Instant now = Instant.now();
        tokens.put("no token at all", "x");
        tokens.put("tampered", tampered());
        tokens.put("not signed", new PlainJWT(claims(claims -> {})).serialize());
        tokens.put("expired", token(claims -> claims.expirationTime(Date.from(now.minus(Duration.ofHours(1))))));
        tokens.put("not valid yet", token(claims -> claims.notBeforeTime(Date.from(now.plus(Duration.ofHours(1))))));
        tokens.put("of another issuer", token(claims -> claims.issuer("http://127.0.0.1:1")));
        tokens.put("for another audience", token(claims -> claims.audience("another")));
        tokens.put("for no audience", token(claims -> claims.audience((String) null)));
        tokens.put("of nobody", token(claims -> claims.subject(null)));
        tokens.put("of a user with a space", token(claims -> claims.subject("a b")));
        tokens.put("of a user with a colon", token(claims -> claims.subject("a:b")));
        tokens.put("of a user with a long name", token(claims -> claims.subject("x".repeat(65))));
        return tokens.entrySet().stream()
                .map(token -> DynamicTest.dynamicTest(token.getKey(), () -> {
                    Reply reply =
                            client.get("/v1/points").bearer(token.getValue()).send();

                    assertProblem(reply, "401 UNAUTHENTICATED");
                    assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");
                }));
    }

    @Test
    void the_longest_user_name_is_a_user_name() {
        String longest = token(claims -> claims.subject("A-_9".repeat(16)));

        client.get("/v1/points").bearer(longest).send().expect("200");
    }

    @Test
    void nobody_can_say_in_a_header_who_they_are() {
        String victim = Shop.user("victim");
        shop.charge(victim, 500);

        Reply balance = client.get("/v1/points")
                .as(Shop.user("attacker"))
                .header("X-User-Id", victim)
                .header("X-Forwarded-User", victim)
                .send();

        assertThat(balance.expect("200").number("balance")).isZero();
    }

    private String tampered() {
        String[] parts = token(claims -> {}).split("\\.");
        String[] others =
                token(claims -> claims.claim("scope", TokenMint.ADMIN)).split("\\.");
        return parts[0] + "." + others[1] + "." + parts[2];
    }

    private String token(Consumer<JWTClaimsSet.Builder> change) {
        return suite.mint().token(claims -> change.accept(claims.subject("somebody")));
    }

    private JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
        return suite.mint().claims(claims -> change.accept(claims.subject("somebody")));
    }
}
