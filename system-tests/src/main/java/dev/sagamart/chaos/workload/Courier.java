package dev.sagamart.chaos.workload;

import dev.sagamart.chaos.history.Attempt;
import dev.sagamart.chaos.history.Kind;
import dev.sagamart.chaos.history.Operation;
import dev.sagamart.local.infrastructure.TokenMint;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Carries requests to the gateways, and tells what became of each. */
final class Courier implements AutoCloseable {
    /** No answer after this is a client that hangs. */
    static final Duration LIMIT = Duration.ofSeconds(15);

    private static final int CONNECT_MILLIS = 1000;

    private final List<URI> gateways;
    private final TokenMint mint;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofMillis(CONNECT_MILLIS))
            .build();

    Courier(List<String> gateways, TokenMint mint) {
        this.gateways = gateways.stream().map(URI::create).toList();
        this.mint = mint;
    }

    int gateways() {
        return gateways.size();
    }

    Attempt send(Operation operation, int number, int gateway) throws InterruptedException {
        long begin = System.currentTimeMillis();
        try {
            var response = http.send(request(operation, gateway), BodyHandlers.ofByteArray());
            return Answers.read(operation, number, gateway, begin, response);
        } catch (IOException failure) {
            return unanswered(operation, number, gateway, begin, failure.toString());
        }
    }

    /** Sends the whole request and is gone before the answer. */
    Attempt hangUp(Operation operation, int number, int gateway) {
        long begin = System.currentTimeMillis();
        URI there = gateways.get(gateway);
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(there.getHost(), there.getPort()), CONNECT_MILLIS);
            socket.getOutputStream().write(bytes(operation, there));
            socket.getOutputStream().flush();
            return unanswered(operation, number, gateway, begin, "hung up");
        } catch (IOException failure) {
            return unanswered(operation, number, gateway, begin, failure.toString());
        }
    }

    private static Attempt unanswered(Operation operation, int number, int gateway, long begin, String trouble) {
        return Attempt.unanswered(operation.id(), number, gateway, begin, System.currentTimeMillis(), trouble);
    }

    private HttpRequest request(Operation operation, int gateway) {
        var request = HttpRequest.newBuilder(URI.create(gateways.get(gateway) + operation.path()))
                .timeout(LIMIT);
        headers(operation).forEach(request::header);
        var body = operation.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(operation.body());
        return request.method(operation.method(), body).build();
    }

    private byte[] bytes(Operation operation, URI there) {
        byte[] body = operation.body().getBytes(StandardCharsets.UTF_8);
        String headers = headers(operation).entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
                .collect(Collectors.joining());
        String head = operation.method() + " " + operation.path() + " HTTP/1.1\r\nHost: " + there.getAuthority()
                + "\r\nContent-Length: " + body.length + "\r\n" + headers + "\r\n";
        return (head + operation.body()).getBytes(StandardCharsets.UTF_8);
    }

    private Map<String, String> headers(Operation operation) {
        var headers = new java.util.LinkedHashMap<String, String>();
        headers.put("Authorization", "Bearer " + token(operation));
        if (!operation.key().isEmpty()) {
            headers.put("Idempotency-Key", operation.key());
        }
        if (!operation.body().isEmpty()) {
            headers.put("Content-Type", "application/json");
        }
        return headers;
    }

    private String token(Operation operation) {
        String token = tokens.computeIfAbsent(operation.user(), user -> mint.token(user, false));
        return operation.kind() == Kind.BAD_TOKEN ? token.substring(0, token.length() - 8) + "AAAAAAAA" : token;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
