package dev.sagamart.conformance.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** An ordinary HTTP/1.1 client with one base address. */
public final class Http implements AutoCloseable {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

    private final URI base;
    private final Duration limit;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_LIMIT)
            .build();

    /** @param limit the longest that an answer may take */
    public Http(URI base, Duration limit) {
        this.base = base;
        this.limit = limit;
    }

    /** A failed connection and a time-out are answers, too: with status 0. */
    public Answer send(Request request) {
        return send(request, BodyPublishers.ofByteArray(request.body()));
    }

    /** Without saying before how long the body is. */
    public Answer sendChunked(Request request) {
        return send(request, BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(request.body())));
    }

    /** A connection of its own, which may be torn. */
    public Wire wire() {
        return Wire.open(base, limit);
    }

    private Answer send(Request request, BodyPublisher body) {
        var sent = HttpRequest.newBuilder(URI.create(base + request.path())).timeout(limit);
        request.headers().forEach(header -> sent.header(header.name(), header.value()));
        boolean empty = request.body().length == 0;
        sent.method(request.method(), empty ? BodyPublishers.noBody() : body);
        try {
            return Answer.of(client.send(sent.build(), BodyHandlers.ofByteArray()));
        } catch (IOException noAnswer) {
            return Answer.none(noAnswer);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Answer.none(interrupted);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
