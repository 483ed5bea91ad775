package dev.sagamart.messaging;

import org.jspecify.annotations.Nullable;

/**
 * A message that came in, already mapped to its contract record.
 *
 * @param id the sender's CloudEvents id
 * @param partition the partition it was read from
 * @param offset its place there
 */
public record Received(
        String id,
        Object body,
        @Nullable String key,
        int partition,
        long offset,
        @Nullable Integer replyPartition,
        @Nullable String traceparent) {

    public Received inTrace(@Nullable String trace) {
        return new Received(id, body, key, partition, offset, replyPartition, trace);
    }
}
