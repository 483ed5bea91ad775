package dev.sagamart.defaults.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

class IssuerTest {
    private static final String ISSUER = "http://127.0.0.1:1";

    private static final RSAKey KEY = key("published");
    private static final RSAKey OTHER = key("other");

    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;
    private JwtDecoder decoder;

    @BeforeEach
    void start() throws IOException {
        server = serve(0);
        decoder = decoder();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String token(String user) {
        return token(KEY, user, header -> header.type(JOSEObjectType.JWT));
    }

    private static String token(RSAKey key, String user, Consumer<JWSHeader.Builder> change) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID());
            change.accept(header);
            var claims = new JWTClaimsSet.Builder()
                    .issuer(ISSUER)
                    .audience("sagamart")
                    .subject(user)
                    .expirationTime(Date.from(Instant.now().plusSeconds(600)));
            var token = new SignedJWT(header.build(), claims.build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private HttpServer serve(int port) throws IOException {
        HttpServer made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        byte[] body = new JWKSet(KEY).toString().getBytes(StandardCharsets.UTF_8);
        made.createContext("/jwks", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        made.start();
        return made;
    }

    private JwtDecoder decoder() {
        var properties = new OAuth2ResourceServerProperties();
        properties.getJwt().setIssuerUri(ISSUER);
        properties
                .getJwt()
                .setJwkSetUri("http://127.0.0.1:" + server.getAddress().getPort() + "/jwks");
        properties.getJwt().setAudiences(List.of("sagamart"));
        properties.getJwt().setJwsAlgorithms(List.of("RS256", "ES256"));
        return new SecurityAutoConfiguration().jwtDecoder(properties, Clock.systemUTC());
    }

    @Test
    void while_the_issuer_is_away_known_keys_and_known_tokens_keep_working() {
        String known = token("u1");
        decoder.decode(known);
        server.stop(0);

        assertThat(decoder.decode(known).getSubject()).isEqualTo("u1");
        assertThat(decoder.decode(token("u2")).getSubject()).isEqualTo("u2");
        assertThat(requests).hasValue(1);
    }

    @Test
    void an_issuer_that_was_never_seen_is_an_outage_and_not_a_bad_token() throws Exception {
        int port = server.getAddress().getPort();
        server.stop(0);
        String token = token("u1");
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> decoder.decode(token))
                    .isInstanceOf(JwtException.class)
                    .isNotInstanceOf(BadJwtException.class);
        }

        server = serve(port);

        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .ignoreExceptions()
                .untilAsserted(
                        () -> assertThat(decoder.decode(token).getSubject()).isEqualTo("u1"));
    }

    @Test
    void tokens_with_made_up_keys_do_not_make_us_flood_the_issuer() {
        for (int i = 0; i < 60; i++) {
            String token =
                    token(OTHER, "u1", header -> header.keyID(UUID.randomUUID().toString()));
            assertThatThrownBy(() -> decoder.decode(token)).isInstanceOf(BadJwtException.class);
        }

        assertThat(requests.get()).isLessThan(20);
        assertThat(decoder.decode(token("u1")).getSubject()).isEqualTo("u1");
    }

    @Test
    void a_token_is_verified_once_and_its_verdict_kept() {
        String token = token("u1");

        assertThat(decoder.decode(token)).isSameAs(decoder.decode(token));
        assertThatThrownBy(() -> decoder.decode(token + "x")).isInstanceOf(BadJwtException.class);
    }

    @Test
    void a_signature_must_be_of_the_key_that_the_token_names() {
        String forged = token(OTHER, "u1", header -> header.keyID("published"));

        assertThatThrownBy(() -> decoder.decode(forged)).isInstanceOf(BadJwtException.class);
    }

    @Test
    void a_key_that_a_token_brings_along_or_points_at_is_not_used() {
        String brought = token(OTHER, "u1", header -> header.jwk(OTHER.toPublicJWK()));
        String pointedAt = token(OTHER, "u1", header -> header.jwkURL(URI.create("http://127.0.0.1:1/keys")));

        assertThatThrownBy(() -> decoder.decode(brought)).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> decoder.decode(pointedAt)).isInstanceOf(BadJwtException.class);
    }

    @Test
    void a_token_that_is_meant_for_something_else_does_not_count_as_an_access_token() {
        for (String type : List.of("logout+jwt", "dpop+jwt", "secevent+jwt")) {
            String other = token(KEY, "u1", header -> header.type(new JOSEObjectType(type)));

            assertThatThrownBy(() -> decoder.decode(other)).isInstanceOf(BadJwtException.class);
        }
        String accessToken = token(KEY, "u1", header -> header.type(new JOSEObjectType("at+jwt")));
        String untyped = token(KEY, "u1", header -> {});
        assertThat(decoder.decode(accessToken).getSubject()).isEqualTo("u1");
        assertThat(decoder.decode(untyped).getSubject()).isEqualTo("u1");
    }
}
