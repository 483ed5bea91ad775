package dev.sagamart.messaging;

import dev.sagamart.contracts.SagaMessage;
import dev.sagamart.contracts.Topics;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message to be sent. {@code id} is its CloudEvents id and stays the same when it is sent again.
 *
 * @param partition an explicit partition, or null to let the key decide
 * @param replyPartition where the answer to this command should go, or null to let the order's id decide
 * @param traceparent the W3C trace context it belongs to
 */
public record Outgoing(
        UUID id,
        String topic,
        String key,
        @Nullable Integer partition,
        Object body,
        @Nullable Integer replyPartition,
        @Nullable String traceparent) {

    public static Outgoing of(String topic, Object key, Object body) {
        return new Outgoing(Uuid7.next(), topic, key.toString(), null, body, null, null);
    }

    /** The answer to a saga command: to the partition its sender listens on, in the same trace. */
    public static Outgoing replyTo(Received command, SagaMessage reply) {
        String key = reply.orderId().toString();
        return new Outgoing(
                Uuid7.next(), Topics.ORDER_REPLIES, key, command.replyPartition(), reply, null, command.traceparent());
    }

    public Outgoing withReplyPartition(@Nullable Integer wanted) {
        return new Outgoing(id, topic, key, partition, body, wanted, traceparent);
    }

    public Outgoing inTrace(@Nullable String trace) {
        return new Outgoing(id, topic, key, partition, body, replyPartition, trace);
    }
}
