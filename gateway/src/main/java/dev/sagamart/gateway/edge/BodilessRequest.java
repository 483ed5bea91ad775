package dev.sagamart.gateway.edge;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.publisher.Flux;

/** A read: what a client sends as its body has no meaning and goes nowhere. */
final class BodilessRequest extends ServerHttpRequestDecorator {

    private final HttpHeaders headers;

    BodilessRequest(ServerHttpRequest request, HttpHeaders headers) {
        super(request);
        this.headers = headers;
        headers.remove(HttpHeaders.CONTENT_LENGTH);
        headers.remove(HttpHeaders.CONTENT_TYPE);
        headers.remove(HttpHeaders.TRANSFER_ENCODING);
    }

    @Override
    public HttpHeaders getHeaders() {
        return headers;
    }

    @Override
    public Flux<DataBuffer> getBody() {
        return Flux.empty();
    }
}
