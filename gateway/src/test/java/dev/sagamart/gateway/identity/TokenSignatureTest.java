package dev.sagamart.gateway.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

class TokenSignatureTest {

    private final AtomicInteger fetches = new AtomicInteger();
    private HttpServer issuer;
    private RSAKey key;
    private volatile List<JWK> published;
    private RememberingTokenDecoder decoder;

    @BeforeEach
    void publishKey() throws Exception {
        key = new RSAKeyGenerator(2048).keyID("published").generate();
        published = List.of(key);
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer.createContext("/keys", exchange -> {
            fetches.incrementAndGet();
            var keys = new JWKSet(published).toPublicJWKSet().toString().getBytes(UTF_8);
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        issuer.start();
        var address = "http://127.0.0.1:" + issuer.getAddress().getPort() + "/keys";
        var verifying = new NimbusJwtDecoder(TokenSignature.verifiedWith(address));
        verifying.setJwtValidator(claims -> OAuth2TokenValidatorResult.success());
        decoder = new RememberingTokenDecoder(verifying, Clock.systemUTC());
    }

    @AfterEach
    void closeIssuer() {
        issuer.stop(0);
    }

    @Test
    void unknown_keys_are_bad_tokens_and_do_not_make_us_ask_the_issuer_each_time() throws Exception {
        assertThat(decoder.decode(token("published", "1")).block().getId()).isEqualTo("1");

        for (int i = 0; i < 100; i++) {
            var unknown = token("unknown-" + i, "1");
            assertThatThrownBy(() -> decoder.decode(unknown).block()).isInstanceOf(BadJwtException.class);
        }

        assertThat(fetches).hasValueLessThanOrEqualTo(3);
        assertThat(decoder.decode(token("published", "2")).block().getId()).isEqualTo("2");
    }

    @Test
    void known_keys_outlive_the_issuer() throws Exception {
        decoder.decode(token("published", "1")).block();

        issuer.stop(0);

        assertThat(decoder.decode(token("published", "2")).block().getId()).isEqualTo("2");
    }

    @Test
    void without_any_key_no_token_is_good_and_none_is_called_bad() throws Exception {
        issuer.stop(0);
        var token = token("published", "1");

        assertThatThrownBy(() -> decoder.decode(token).block())
                .isInstanceOf(JwtException.class)
                .isNotInstanceOf(BadJwtException.class);
    }

    @ParameterizedTest
    @CsvSource({"JWT, true", "at+jwt, true", "AT+JWT, true", "secevent+jwt, false", "JOSE, false"})
    void only_access_tokens_are_accepted(String type, boolean good) throws Exception {
        var token = token("published", "1", new JOSEObjectType(type));

        if (good) {
            assertThat(decoder.decode(token).block().getId()).isEqualTo("1");
        } else {
            assertThatThrownBy(() -> decoder.decode(token).block()).isInstanceOf(BadJwtException.class);
        }
    }

    @Test
    void a_new_key_counts_as_soon_as_it_is_published_and_the_old_one_as_long_as_it_is() throws Exception {
        var old = token("published", "1");
        decoder.decode(old).block();
        var next = new RSAKeyGenerator(2048).keyID("next").generate();
        published = List.of(next, key);
        key = next;

        assertThat(decoder.decode(token("next", "2")).block().getId()).isEqualTo("2");
        assertThat(decoder.decode(old).block().getId()).isEqualTo("1");
    }

    private String token(String keyId, String id) throws Exception {
        return token(keyId, id, null);
    }

    private String token(String keyId, String id, JOSEObjectType type) throws Exception {
        var claims = new JWTClaimsSet.Builder()
                .jwtID(id)
                .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                .build();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(keyId)
                        .type(type)
                        .build(),
                claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }
}
