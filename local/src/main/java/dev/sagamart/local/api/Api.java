package dev.sagamart.local.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;

/** A client of the public API that acts for any user. */
public final class Api implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String gateway;

    public Api(String gateway) {
        this.gateway = gateway;
    }

    /** Calls of one user, or of nobody when the token is empty. */
    public User as(String token) {
        return new User(token);
    }

    private Answer send(String token, String path, UnaryOperator<HttpRequest.Builder> call) {
        var request = HttpRequest.newBuilder(URI.create(gateway + path)).timeout(LIMIT);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return Answer.of(http.send(call.apply(request).build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException failure) {
            throw new UncheckedIOException(path + ": " + failure, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    @Override
    public void close() {
        http.close();
    }

    /** The API as one user sees it. */
    public final class User {
        private final String token;

        private User(String token) {
            this.token = token;
        }

        public Answer get(String path) {
            return send(token, path, HttpRequest.Builder::GET);
        }

        /** A write under a key of its own. */
        public Answer post(String path, Map<String, ?> body) {
            return post(path, UUID.randomUUID().toString(), body);
        }

        public Answer post(String path, String key, Map<String, ?> body) {
            byte[] json = JSON.writeValueAsBytes(body);
            return send(
                    token,
                    path,
                    request -> request.header("Idempotency-Key", key)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(json)));
        }

        /** A write without a body. */
        public Answer post(String path) {
            return post(path, UUID.randomUUID().toString());
        }

        public Answer post(String path, String key) {
            return send(
                    token,
                    path,
                    request -> request.header("Idempotency-Key", key).POST(HttpRequest.BodyPublishers.noBody()));
        }
    }
}
