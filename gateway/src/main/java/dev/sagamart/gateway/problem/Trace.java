package dev.sagamart.gateway.problem;

import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import java.util.Optional;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.web.server.ServerWebExchange;

/** The trace that a request belongs to. */
public record Trace(String id, String span, boolean sampled) {

    public static Optional<Trace> of(ServerWebExchange exchange) {
        return ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                .map(observation -> observation.<TracingContext>get(TracingContext.class))
                .map(TracingContext::getSpan)
                .map(span -> of(span.context()));
    }

    private static Trace of(TraceContext context) {
        return new Trace(context.traceId(), context.spanId(), Boolean.TRUE.equals(context.sampled()));
    }

    /** As the header {@code traceparent} (W3C Trace Context). */
    public String parent() {
        return "00-" + id + "-" + span + (sampled ? "-01" : "-00");
    }
}
