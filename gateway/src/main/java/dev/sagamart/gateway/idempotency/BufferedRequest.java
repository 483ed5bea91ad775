package dev.sagamart.gateway.idempotency;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A request whose body has been read, as bytes, and that hands its key on in the bare form. */
final class BufferedRequest extends ServerHttpRequestDecorator {

    private final byte[] body;
    private final HttpHeaders headers = new HttpHeaders();

    BufferedRequest(ServerHttpRequest request, byte[] body, IdempotencyKey key) {
        super(request);
        this.body = body;
        headers.putAll(request.getHeaders());
        headers.remove(HttpHeaders.TRANSFER_ENCODING);
        headers.remove(HttpHeaders.ACCEPT_ENCODING); // what is kept must be readable by every later client
        headers.setContentLength(body.length);
        headers.set(IdempotencyKey.HEADER, key.value());
    }

    static Mono<byte[]> read(ServerHttpRequest request) {
        return DataBufferUtils.join(request.getBody())
                .map(BufferedRequest::bytesOf)
                .defaultIfEmpty(new byte[0]);
    }

    static byte[] bytesOf(DataBuffer buffer) {
        try {
            byte[] bytes = new byte[buffer.readableByteCount()];
            buffer.read(bytes);
            return bytes;
        } finally {
            DataBufferUtils.release(buffer);
        }
    }

    @Override
    public HttpHeaders getHeaders() {
        return headers;
    }

    @Override
    public Flux<DataBuffer> getBody() {
        return Flux.defer(
                () -> body.length == 0 ? Flux.empty() : Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(body)));
    }
}
