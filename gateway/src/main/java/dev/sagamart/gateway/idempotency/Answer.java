package dev.sagamart.gateway.idempotency;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;

/** A complete answer of a service, its body as the bytes that came. */
final class Answer {

    private static final String REPLAYED = "Idempotent-Replayed";

    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;

    Answer(int status, HttpHeaders headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    int status() {
        return status;
    }

    HttpHeaders headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }

    Answer replayed() {
        var marked = new HttpHeaders();
        marked.putAll(headers);
        marked.set(REPLAYED, "true");
        return new Answer(status, marked, body);
    }

    Mono<Void> writeTo(ServerHttpResponse response) {
        response.setStatusCode(HttpStatusCode.valueOf(status));
        response.getHeaders().putAll(headers);
        response.getHeaders().remove(HttpHeaders.TRANSFER_ENCODING);
        if (body.length == 0) {
            return response.setComplete();
        }
        response.getHeaders().setContentLength(body.length);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }
}
