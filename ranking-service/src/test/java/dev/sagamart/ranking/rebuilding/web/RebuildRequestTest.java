package dev.sagamart.ranking.rebuilding.web;

import static org.awaitility.Awaitility.await;

import dev.sagamart.testsupport.infrastructure.ServiceTest;
import dev.sagamart.testsupport.infrastructure.Tokens;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@ServiceTest(database = "ranking")
class RebuildRequestTest {
    private static final String PATH = "/v1/products/popular/rebuilds";

    @Autowired
    RestTestClient http;

    @Test
    void an_admin_asks_for_a_rebuild_and_sees_what_becomes_of_it() {
        send(HttpMethod.POST, Tokens.admin("kim"))
                .expectStatus()
                .isAccepted()
                .expectBody()
                .jsonPath("$.requestedBy")
                .isEqualTo("kim")
                .jsonPath("$.status")
                .isEqualTo("WAITING");

        await().untilAsserted(() -> send(HttpMethod.GET, Tokens.admin("kim"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].status")
                .isEqualTo("DONE")
                .jsonPath("$.items[0].endedAt")
                .isNotEmpty()
                .jsonPath("$.items[0].problem")
                .isEmpty());
    }

    @Test
    void rebuilds_are_for_admins() {
        send(HttpMethod.POST, Tokens.user("kim")).expectStatus().isForbidden();
        send(HttpMethod.GET, Tokens.user("kim")).expectStatus().isForbidden();
    }

    private ResponseSpec send(HttpMethod method, String token) {
        return http.method(method)
                .uri(PATH)
                .headers(headers -> headers.setBearerAuth(token))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .exchange();
    }
}
