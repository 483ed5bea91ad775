package dev.sagamart.local.realm;

import dev.sagamart.local.suite.SuiteFailed;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The few calls of Keycloak that a demo needs.
 *
 * @see <a href="https://www.keycloak.org/docs-api/latest/rest-api/index.html">Keycloak Admin REST API</a>
 */
final class Keycloak implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String origin;

    Keycloak(String origin) {
        this.origin = origin;
    }

    /** An access token for a name and a password. */
    String token(String realm, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var answer = send(
                request("/realms/" + realm + "/protocol/openid-connect/token")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                200);
        try {
            return JSON.readTree(answer.body()).path("access_token").asString("");
        } catch (JacksonException noJson) {
            throw new SuiteFailed(origin + " gives no tokens: is it the identity provider of docker-compose.yml?");
        }
    }

    /** Makes a user and answers where it is. */
    URI create(String admin, String realm, Map<String, ?> user) {
        var answer = send(
                request("/admin/realms/" + realm + "/users")
                        .header("Authorization", "Bearer " + admin)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(user))),
                201);
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    void delete(String admin, URI user) {
        send(request(user.getPath()).header("Authorization", "Bearer " + admin).DELETE(), 204);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(origin + path)).timeout(LIMIT);
    }

    private HttpResponse<String> send(HttpRequest.Builder call, int expected) {
        HttpRequest request = call.build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != expected) {
                throw new SuiteFailed(request.uri() + " answered " + answer.statusCode() + " instead of " + expected
                        + ": " + answer.body());
            }
            return answer;
        } catch (IOException failure) {
            throw new SuiteFailed("No identity provider answers at " + origin + " (" + failure + ")");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
