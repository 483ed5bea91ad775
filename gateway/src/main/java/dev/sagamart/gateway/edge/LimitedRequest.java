package dev.sagamart.gateway.edge;

import dev.sagamart.gateway.problem.GatewayProblem;
import dev.sagamart.gateway.problem.ProblemCode;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** A request whose body is counted and timed while it is read, because neither size nor speed need be announced. */
final class LimitedRequest extends ServerHttpRequestDecorator {

    /** How many bytes may come, and in what time. */
    record Limits(long bytes, Duration patience) {}

    private final Limits limits;
    private final Scheduler clock;

    /** @throws GatewayProblem if more than the limit is announced */
    LimitedRequest(ServerHttpRequest request, Limits limits, Scheduler clock) {
        super(request);
        this.limits = limits;
        this.clock = clock;
        if (request.getHeaders().getContentLength() > limits.bytes()) {
            throw tooLarge();
        }
    }

    @Override
    public Flux<DataBuffer> getBody() {
        return Flux.defer(() -> {
            var seen = new AtomicLong();
            return getDelegate()
                    .getBody()
                    .takeUntilOther(Mono.delay(limits.patience(), clock).then(Mono.error(LimitedRequest::tooSlow)))
                    .map(buffer -> counted(buffer, seen));
        });
    }

    private DataBuffer counted(DataBuffer buffer, AtomicLong seen) {
        if (seen.addAndGet(buffer.readableByteCount()) <= limits.bytes()) {
            return buffer;
        }
        DataBufferUtils.release(buffer);
        throw tooLarge();
    }

    private GatewayProblem tooLarge() {
        return new GatewayProblem(
                        ProblemCode.PAYLOAD_TOO_LARGE,
                        "The body of a request may have at most " + limits.bytes() + " bytes.")
                .with(HttpHeaders.CONNECTION, "close");
    }

    private static GatewayProblem tooSlow() {
        return new GatewayProblem(ProblemCode.REQUEST_TIMEOUT, "The body of the request did not come in time.")
                .with(HttpHeaders.CONNECTION, "close");
    }
}
