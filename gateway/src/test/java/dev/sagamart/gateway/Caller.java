package dev.sagamart.gateway;

import dev.sagamart.testsupport.infrastructure.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.json.JsonMapper;

/** One request of a client, in the words of the API. */
final class Caller {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = JsonMapper.shared();

    /** An answer with the few things that tests look at. */
    record Reply(HttpResponse<byte[]> raw) {

        int status() {
            return raw.statusCode();
        }

        String text() {
            return new String(raw.body(), StandardCharsets.UTF_8);
        }

        String header(String name) {
            return raw.headers().firstValue(name).orElse(null);
        }

        String member(String name) {
            return JSON.readTree(raw.body()).path(name).asString("");
        }

        String code() {
            return member("code");
        }
    }

    private final HttpRequest.Builder request;
    private HttpRequest.BodyPublisher body = BodyPublishers.noBody();

    Caller(int port, String path) {
        request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    static String freshKey() {
        return UUID.randomUUID().toString();
    }

    Caller as(String user) {
        return bearing(Tokens.user(user));
    }

    Caller asAdmin() {
        return bearing(Tokens.admin("root"));
    }

    Caller bearing(String token) {
        return with("Authorization", "Bearer " + token);
    }

    Caller with(String header, String value) {
        request.header(header, value);
        return this;
    }

    Caller key(String key) {
        return with("Idempotency-Key", key);
    }

    Caller json(String json) {
        return body("application/json", BodyPublishers.ofString(json));
    }

    Caller body(String contentType, HttpRequest.BodyPublisher content) {
        request.header("Content-Type", contentType);
        body = content;
        return this;
    }

    Reply get() {
        return send("GET");
    }

    Reply post() {
        return send("POST");
    }

    Reply send(String method) {
        try {
            return new Reply(CLIENT.send(request.method(method, body).build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    CompletableFuture<Reply> postLater() {
        return CLIENT.sendAsync(request.method("POST", body).build(), BodyHandlers.ofByteArray())
                .thenApply(Reply::new);
    }
}
