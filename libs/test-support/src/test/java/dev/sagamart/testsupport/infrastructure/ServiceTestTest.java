package dev.sagamart.testsupport.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.sagamart.contracts.Topics;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.core.env.Environment;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@ServiceTest(
        database = "point",
        classes = ServiceTestTest.Greeting.class,
        properties = "spring.application.name=greeting")
class ServiceTestTest {
    @Autowired
    Environment environment;

    @Autowired
    RestTestClient client;

    @Test
    void points_the_service_at_its_own_database() throws Exception {
        String url = environment.getRequiredProperty("spring.datasource.url");
        String user = environment.getRequiredProperty("spring.datasource.username");
        String password = environment.getRequiredProperty("spring.datasource.password");

        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            assertThat(connection.getCatalog()).isEqualTo("point");
            assertThatThrownBy(() -> connection.createStatement().execute("CREATE TABLE t (id int)"))
                    .hasMessageContaining("permission denied");
        }
        assertThat(environment.getProperty("spring.flyway.user")).isEqualTo("point_owner");
    }

    @Test
    void points_the_service_at_a_broker_that_has_the_topics() throws Exception {
        String broker = environment.getRequiredProperty("spring.kafka.bootstrap-servers");

        try (var admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            assertThat(admin.listTopics().names().get()).containsAll(Topics.all());
        }
    }

    @Test
    void a_killed_redis_comes_back_under_the_same_url() {
        String before = Infrastructure.redisUrl();

        Infrastructure.redis().kill();
        assertThat(Infrastructure.redis().isRunning()).isFalse();
        Infrastructure.redis().start();

        assertThat(Infrastructure.redis().isRunning()).isTrue();
        assertThat(environment.getProperty("sagamart.redis.url")).isEqualTo(before);
    }

    @Test
    void tokens_verify_with_the_published_keys_and_can_be_made_bad_one_claim_at_a_time() throws Exception {
        var keys = JWKSet.load(URI.create(Infrastructure.jwkSetUri()).toURL());
        var token = SignedJWT.parse(Tokens.admin("root"));

        var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();
        assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("root");
        var expired = SignedJWT.parse(Tokens.with(claims -> claims.expirationTime(new Date(0))));
        assertThat(expired.getJWTClaimsSet().getExpirationTime()).isEqualTo(new Date(0));
        assertThat(expired.getJWTClaimsSet().getAudience()).isEqualTo(List.of("sagamart"));
        assertThat(SignedJWT.parse(Tokens.signed(JWSAlgorithm.ES256, claims -> {}))
                        .getHeader()
                        .getAlgorithm())
                .isEqualTo(JWSAlgorithm.ES256);
        assertThat(SignedJWT.parse(Tokens.confused(claims -> {})).getHeader().getAlgorithm())
                .isEqualTo(JWSAlgorithm.HS256);
        assertThat(Tokens.unsigned(claims -> {})).endsWith(".");
    }

    @Nested
    class A_nested_test {
        @Autowired
        Environment environment;

        @Test
        void uses_the_same_infrastructure() {
            assertThat(environment.getProperty("spring.datasource.url")).isEqualTo(Infrastructure.jdbcUrl("point"));
        }
    }

    @Test
    void offers_a_client_that_talks_to_the_running_service() {
        client.get()
                .uri("/greeting")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .isEqualTo("hello");
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @RestController
    static class Greeting {

        @GetMapping("/greeting")
        String greet() {
            return "hello";
        }
    }
}
