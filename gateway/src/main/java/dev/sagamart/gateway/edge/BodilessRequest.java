package dev.sagamart.gateway.edge;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.publisher.Flux;

/** A read: what a client sends as its body has no meaning and goes nowhere. */
final class BodilessRequest extends ServerHttpRequestDecorator {

    BodilessRequest(ServerHttpRequest request) {
        super(request);
    }

    @Override
    public Flux<DataBuffer> getBody() {
        return Flux.empty();
    }
}
