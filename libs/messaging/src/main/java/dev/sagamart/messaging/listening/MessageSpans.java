package dev.sagamart.messaging.listening;

import dev.sagamart.messaging.CurrentTrace;
import dev.sagamart.messaging.Received;
import dev.sagamart.messaging.WireTypes;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A span for each message whose trace is recorded: from when its batch is taken up until what came of it is with the
 * broker. What the message leads to belongs to its span, and each attempt has one of its own. Named after "process" of
 * the <a href="https://opentelemetry.io/docs/specs/semconv/messaging/messaging-spans/">conventions of OpenTelemetry</a>.
 */
final class MessageSpans {
    /** Of what is not recorded, nothing is to be read. */
    private static final Pattern RECORDED =
            Pattern.compile("00-(?<trace>[0-9a-f]{32})-(?<span>[0-9a-f]{16})-[0-9a-f][13579bdf]");

    private final @Nullable Tracer tracer;
    private final Subscription subscription;

    MessageSpans(@Nullable Tracer tracer, Subscription subscription) {
        this.tracer = tracer;
        this.subscription = subscription;
    }

    /** Does the work with messages that are in the traces of their spans. */
    void follow(List<Received> messages, Consumer<List<Received>> work) {
        var spans = new ArrayList<Span>(0);
        try {
            work.accept(messages.stream().map(it -> follow(it, spans)).toList());
        } catch (RuntimeException | Error failure) {
            spans.forEach(span -> span.error(failure));
            throw failure;
        } finally {
            spans.forEach(Span::end);
        }
    }

    private Received follow(Received message, List<Span> spans) {
        if (tracer == null || message.traceparent() == null) {
            return message;
        }
        Matcher recorded = RECORDED.matcher(message.traceparent());
        if (!recorded.matches()) {
            return message;
        }
        Span span = start(tracer, message, parent(tracer, recorded));
        spans.add(span);
        return message.inTrace(CurrentTrace.traceparent(span));
    }

    private static TraceContext parent(Tracer tracer, Matcher traceparent) {
        return tracer.traceContextBuilder()
                .traceId(traceparent.group("trace"))
                .spanId(traceparent.group("span"))
                .sampled(true)
                .build();
    }

    private Span start(Tracer tracer, Received message, TraceContext parent) {
        return tracer.spanBuilder()
                .setParent(parent)
                .kind(Span.Kind.CONSUMER)
                .name("process " + subscription.topic())
                .tag("messaging.system", "kafka")
                .tag("messaging.operation.type", "process")
                .tag("messaging.destination.name", subscription.topic())
                .tag("messaging.destination.partition.id", Integer.toString(message.partition()))
                .tag("messaging.consumer.group.name", subscription.group())
                .tag("messaging.message.id", message.id())
                .tag("messaging.kafka.offset", message.offset())
                .tag("sagamart.message", WireTypes.nameOf(message.body()))
                .start();
    }
}
