package dev.sagamart.gateway.idempotency;

import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.server.reactive.AbstractServerHttpResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes an answer in place of the client's connection, so that the answer is complete even when the client is gone. */
final class CapturedResponse extends AbstractServerHttpResponse {

    private volatile byte[] body = new byte[0];

    CapturedResponse() {
        super(DefaultDataBufferFactory.sharedInstance);
    }

    Answer answer() {
        var status = getStatusCode();
        return new Answer(status == null ? 200 : status.value(), getHeaders(), body);
    }

    @Override
    protected Mono<Void> writeWithInternal(Publisher<? extends DataBuffer> buffers) {
        return DataBufferUtils.join(buffers)
                .doOnNext(joined -> body = BufferedRequest.bytesOf(joined))
                .then();
    }

    @Override
    protected Mono<Void> writeAndFlushWithInternal(Publisher<? extends Publisher<? extends DataBuffer>> buffers) {
        return writeWithInternal(Flux.from(buffers).concatMap(part -> part));
    }

    @Override
    protected void applyStatusCode() {}

    @Override
    protected void applyHeaders() {}

    @Override
    protected void applyCookies() {}

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // the framework declares it so
    public <T> T getNativeResponse() {
        throw new IllegalStateException("There is no connection behind a captured response");
    }
}
