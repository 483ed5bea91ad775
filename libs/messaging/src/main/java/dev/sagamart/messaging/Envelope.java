package dev.sagamart.messaging;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message whose body is already JSON, as it is kept until the broker has it; see {@link Outgoing} for the parts. */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record Envelope(
        UUID id,
        String topic,
        String key,
        @Nullable Integer partition,
        String type,
        byte[] payload,
        @Nullable Integer replyPartition,
        @Nullable String traceparent) {}
