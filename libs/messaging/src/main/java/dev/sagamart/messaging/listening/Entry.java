package dev.sagamart.messaging.listening;

import dev.sagamart.messaging.PoisonMessage;
import dev.sagamart.messaging.Received;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** A record with what became of it: a message, or the reason why it never can be one. */
record Entry(
        ConsumerRecord<String, byte[]> raw,
        @Nullable Received message,
        @Nullable PoisonMessage poison) {
    boolean isMessage() {
        return message != null;
    }
}
