package dev.sagamart.systemtests.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One request in the making; anonymous unless told otherwise, and a write has a fresh key. */
public final class Call {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Client client;
    private final String method;
    private final String path;
    private final List<String> headers = new ArrayList<>();
    private @Nullable String token;
    private @Nullable String key;
    private byte[] body = {};
    private @Nullable String contentType;

    Call(Client client, String method, String path) {
        this.client = client;
        this.method = method;
        this.path = path;
        this.key = method.equals("GET") ? null : UUID.randomUUID().toString();
    }

    public Call as(String user) {
        return bearer(client.token(user));
    }

    public Call asAdmin() {
        return as(Client.ADMIN);
    }

    public Call bearer(String someToken) {
        token = someToken;
        return this;
    }

    public Call key(String someKey) {
        key = someKey;
        return this;
    }

    public Call withoutKey() {
        key = null;
        return this;
    }

    public Call json(Object value) {
        return body(JSON.writeValueAsString(value));
    }

    /** As it is, said to be JSON. */
    public Call body(String text) {
        return body(text, "application/json");
    }

    public Call body(String text, String type) {
        body = text.getBytes(StandardCharsets.UTF_8);
        contentType = type;
        return this;
    }

    public Call body(byte[] bytes, String type) {
        body = bytes;
        contentType = type;
        return this;
    }

    public Call header(String name, String value) {
        headers.add(name);
        headers.add(value);
        return this;
    }

    /** @throws UncheckedIOException when there is no answer */
    public Reply send() {
        try {
            return Reply.of(client.http().send(request(), BodyHandlers.ofByteArray()));
        } catch (IOException failure) {
            throw new UncheckedIOException(method + " " + path + ": " + failure, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private HttpRequest request() {
        var request =
                HttpRequest.newBuilder(URI.create(client.gateway() + path)).timeout(LIMIT);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        for (int index = 0; index < headers.size(); index += 2) {
            request.header(headers.get(index), headers.get(index + 1));
        }
        return request.method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                .build();
    }
}
