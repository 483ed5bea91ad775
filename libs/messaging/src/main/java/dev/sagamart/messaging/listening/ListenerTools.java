package dev.sagamart.messaging.listening;

import dev.sagamart.messaging.MessageCodec;
import dev.sagamart.messaging.Publisher;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/** What every listener works with. */
record ListenerTools(
        MessageCodec codec,
        TransactionOperations transactions,
        Publisher publisher,
        MeterRegistry meters,
        @Nullable Tracer tracer,
        RetryPolicy policy,
        Clock clock) {}
