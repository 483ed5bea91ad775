package dev.sagamart.messaging.deadletters;

import static dev.sagamart.messaging.DeadLetterHeaders.FIRST_FAILED_AT;
import static dev.sagamart.messaging.DeadLetterHeaders.FIRST_OFFSET;
import static dev.sagamart.messaging.DeadLetterHeaders.REPLAYS;
import static dev.sagamart.messaging.DeadLetterHeaders.tellsOfFailure;
import static dev.sagamart.messaging.DeadLetterHeaders.tellsOfReplays;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sagamart.messaging.MessageCodec;
import dev.sagamart.messaging.PoisonMessage;
import dev.sagamart.messaging.WireTypes;
import java.util.Comparator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A letter with the record that would go out again.
 *
 * @param unreadable why its reader could not read it now, or null if it could
 */
record ReplayableLetter(
        Letter letter,
        ProducerRecord<String, byte[]> message,
        @Nullable String unreadable) {
    /** The order in which letters go out: that of their records when they failed first. */
    static final Comparator<ReplayableLetter> ORDER = Comparator.comparingInt(
                    (ReplayableLetter one) -> one.letter().id().partition())
            .thenComparingLong(one -> one.letter().firstOffset())
            .thenComparing(one -> one.letter().id());

    static ReplayableLetter of(
            ConsumerRecord<String, byte[]> found, String topic, MessageCodec codec, WireTypes types) {
        Letter letter = Letter.of(found);
        var message = new ProducerRecord<>(topic, found.partition(), found.key(), found.value());
        for (Header header : found.headers()) {
            if (!tellsOfFailure(header.key()) && !tellsOfReplays(header.key())) {
                message.headers().add(header);
            }
        }
        message.headers().add(REPLAYS, bytes(letter.replays() + 1));
        message.headers().add(FIRST_FAILED_AT, bytes(letter.firstFailedAt()));
        message.headers().add(FIRST_OFFSET, bytes(letter.firstOffset()));
        return new ReplayableLetter(letter, message, unreadable(found, codec, types));
    }

    private static @Nullable String unreadable(
            ConsumerRecord<String, byte[]> found, MessageCodec codec, WireTypes types) {
        try {
            return codec.decode(found, types).isPresent() ? null : "unknown message type";
        } catch (PoisonMessage poison) {
            return poison.getMessage();
        }
    }

    private static byte[] bytes(Object value) {
        return value.toString().getBytes(UTF_8);
    }

    int size() {
        return message.value() == null ? 0 : message.value().length;
    }
}
