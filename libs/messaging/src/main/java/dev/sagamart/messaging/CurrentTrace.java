package dev.sagamart.messaging;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;

/** The W3C {@code traceparent} of the work at hand, to be carried along by messages. */
public final class CurrentTrace {
    private final @Nullable Tracer tracer;

    public CurrentTrace(@Nullable Tracer tracer) {
        this.tracer = tracer;
    }

    public @Nullable String traceparent() {
        Span span = tracer == null ? null : tracer.currentSpan();
        return span == null ? null : traceparent(span);
    }

    public static String traceparent(Span span) {
        TraceContext context = span.context();
        String flags = Boolean.TRUE.equals(context.sampled()) ? "01" : "00";
        return "00-" + context.traceId() + "-" + context.spanId() + "-" + flags;
    }
}
