package dev.sagamart.gateway.edge;

import dev.sagamart.gateway.problem.GatewayProblem;
import dev.sagamart.gateway.problem.ProblemCode;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.publisher.Flux;

/** A request whose body is counted while it is read, because a length need not be announced. */
final class LimitedBody extends ServerHttpRequestDecorator {

    private final long limit;

    LimitedBody(ServerHttpRequest request, long limit) {
        super(request);
        this.limit = limit;
    }

    static GatewayProblem tooLarge(long limit) {
        return new GatewayProblem(
                        ProblemCode.PAYLOAD_TOO_LARGE, "The body of a request may have at most " + limit + " bytes.")
                .with(HttpHeaders.CONNECTION, "close");
    }

    @Override
    public Flux<DataBuffer> getBody() {
        return Flux.defer(() -> {
            var seen = new AtomicLong();
            return getDelegate().getBody().map(buffer -> counted(buffer, seen));
        });
    }

    private DataBuffer counted(DataBuffer buffer, AtomicLong seen) {
        if (seen.addAndGet(buffer.readableByteCount()) <= limit) {
            return buffer;
        }
        DataBufferUtils.release(buffer);
        throw tooLarge(limit);
    }
}
