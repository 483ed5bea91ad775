package dev.sagamart.defaults.requests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.defaults.DefaultsTest;
import dev.sagamart.testsupport.infrastructure.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RequestRecordsTest extends DefaultsTest {
    private final String token = Tokens.user(someone());
    private final String key = UUID.randomUUID().toString();

    @Test
    void a_user_is_told_what_became_of_each_request_with_a_key() {
        http.post("/v1/writings", token, "{\"name\":\"hello\"}", key);
        http.post("/v1/grouped", token, "{\"name\":\"refused\"}", key);

        JsonNode items = items(token);

        assertThat(items).hasSize(2);
        assertThat(request(items, "POST /v1/writings").path("status").asInt()).isEqualTo(201);
        assertThat(request(items, "POST /v1/writings").path("location").asString())
                .isEqualTo("/v1/writings/7");
        assertThat(Instant.parse(
                        request(items, "POST /v1/writings").path("requestedAt").asString()))
                .isBetween(Instant.now().minus(Duration.ofMinutes(1)), Instant.now());
        assertThat(request(items, "POST /v1/grouped").path("status").asInt()).isEqualTo(409);
    }

    @Test
    void a_request_that_is_tied_to_a_resource_ended_as_the_resource_did() {
        String resource =
                http.post("/v1/tied", token, "{\"name\":\"later\"}", key).body();

        JsonNode request = request(items(token), "POST /v1/tied");

        assertThat(request.path("status").isNull()).isTrue();
        assertThat(request.path("location").asString()).isEqualTo("/v1/tied/" + resource);
    }

    @Test
    void nobody_is_told_of_the_requests_of_others() {
        http.post("/v1/writings", token, "{\"name\":\"hello\"}", key);

        assertThat(items(Tokens.user(someone()))).isEmpty();
        assertProblem(http.get("/internal/requests/" + key), 401, "UNAUTHENTICATED");
    }

    private JsonNode items(String someToken) {
        return JsonMapper.shared()
                .readTree(http.get("/internal/requests/" + key, someToken).body())
                .path("items");
    }

    private static JsonNode request(JsonNode items, String operation) {
        return items.values().stream()
                .filter(item -> item.path("operation").asString().equals(operation))
                .findFirst()
                .orElseThrow();
    }
}
