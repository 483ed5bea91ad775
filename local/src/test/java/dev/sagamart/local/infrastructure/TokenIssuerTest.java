package dev.sagamart.local.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenIssuerTest {
    @TempDir
    static Path home;

    static TokenIssuer issuer;
    static HttpClient http;

    @BeforeAll
    static void start() {
        issuer = TokenIssuer.start(home, 0, Clock.systemUTC());
        http = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        http.close();
        issuer.close();
    }

    @Test
    void gives_a_token_that_the_published_keys_verify() throws Exception {
        var answer = post("grant_type=client_credentials&client_id=root&client_secret=dev&scope=admin");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        Map<String, Object> body = JSONObjectUtils.parse(answer.body());
        assertThat(body).containsEntry("token_type", "Bearer").containsEntry("scope", "admin");
        var token = SignedJWT.parse((String) body.get("access_token"));
        var keys = JWKSet.load(URI.create(issuer.jwkSetUri()).toURL());
        assertThat(keys.containsNonPublicKeys()).isFalse();
        var key = keys.getKeyByKeyId(token.getHeader().getKeyID());
        assertThat(token.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
        var claims = token.getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo("root");
        assertThat(claims.getIssuer()).isEqualTo(issuer.issuer());
        assertThat(claims.getAudience()).isEqualTo(List.of("sagamart"));
        assertThat(claims.getStringClaim("scope")).isEqualTo("admin");
        assertThat(claims.getExpirationTime()).isAfter(claims.getIssueTime());
    }

    @Test
    void a_user_who_does_not_ask_for_it_is_no_admin() throws Exception {
        var answer = post("grant_type=client_credentials&client_id=u1&client_secret=dev");

        Map<String, Object> body = JSONObjectUtils.parse(answer.body());
        assertThat(body).doesNotContainKey("scope");
        assertThat(SignedJWT.parse((String) body.get("access_token"))
                        .getJWTClaimsSet()
                        .getClaim("scope"))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid_request, client_id=u1&client_secret=dev",
        "400, unsupported_grant_type, grant_type=password&client_id=u1&client_secret=dev",
        "401, invalid_client, grant_type=client_credentials&client_id=u1&client_secret=wrong",
        "401, invalid_client, grant_type=client_credentials&client_id=a%20b&client_secret=dev",
        "400, invalid_request, grant_type=client_credentials&client_id=u1&client_id=u2&client_secret=dev",
        "400, invalid_scope, grant_type=client_credentials&client_id=u1&client_secret=dev&scope=root"
    })
    void refuses_as_the_standard_says(int status, String error, String form) throws Exception {
        var answer = post(form);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(JSONObjectUtils.parse(answer.body())).containsEntry("error", error);
    }

    @Test
    void describes_itself() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(issuer.issuer() + "/.well-known/openid-configuration"));

        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());

        assertThat(JSONObjectUtils.parse(answer.body()))
                .containsEntry("issuer", issuer.issuer())
                .containsEntry("jwks_uri", issuer.jwkSetUri());
    }

    @Test
    void keys_survive_a_restart() {
        assertThat(SigningKeys.in(home).published())
                .isEqualTo(SigningKeys.in(home).published());
    }

    private static HttpResponse<String> post(String form) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(issuer.issuer() + "/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
