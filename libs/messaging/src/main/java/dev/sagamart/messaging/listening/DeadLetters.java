package dev.sagamart.messaging.listening;

import static dev.sagamart.messaging.DeadLetterHeaders.GROUP;
import static dev.sagamart.messaging.DeadLetterHeaders.OFFSET;
import static dev.sagamart.messaging.DeadLetterHeaders.REASON;
import static dev.sagamart.messaging.DeadLetterHeaders.tellsOfFailure;
import static dev.sagamart.messaging.DeadLetterHeaders.tellsOfReplays;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sagamart.contracts.Topics;
import dev.sagamart.messaging.PublishFailed;
import dev.sagamart.messaging.Publisher;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a record that cannot be handled on its dead-letter topic: same partition, key, value and headers, and why. If
 * that is more than a record may hold, the letter only tells the reason and the offset. What a record carries of its earlier
 * replays stays with it, so that they can be counted.
 */
final class DeadLetters {
    private static final int LONGEST_REASON = 1000;
    private static final byte[] NOTHING = {};

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
    private final Publisher publisher;

    DeadLetters(Publisher publisher) {
        this.publisher = publisher;
    }

    void accept(ConsumerRecord<String, byte[]> failed, String group, Throwable cause) {
        try {
            send(failed, group, reason(cause), true);
        } catch (PublishFailed tooLarge) {
            if (!tooLarge.isFinal()) {
                throw tooLarge;
            }
            send(failed, group, "Too large to be copied; " + reason(cause), false);
        }
        log.warn(
                "Dead letter: {}-{}@{} in {}: {}",
                failed.topic(),
                failed.partition(),
                failed.offset(),
                group,
                cause.toString());
    }

    private void send(ConsumerRecord<String, byte[]> failed, String group, String reason, boolean copy) {
        String topic = Topics.deadLetter(failed.topic());
        var letter = new ProducerRecord<>(topic, failed.partition(), failed.key(), copy ? failed.value() : NOTHING);
        Headers headers = letter.headers();
        for (Header header : failed.headers()) {
            if (copy ? !tellsOfFailure(header.key()) : tellsOfReplays(header.key())) {
                headers.add(header);
            }
        }
        headers.add(REASON, reason.getBytes(UTF_8));
        headers.add(GROUP, group.getBytes(UTF_8));
        headers.add(OFFSET, Long.toString(failed.offset()).getBytes(UTF_8));
        publisher.await(publisher.send(letter));
    }

    private static String reason(Throwable cause) {
        String message = Objects.requireNonNullElse(cause.getMessage(), "no message");
        String reason = cause.getClass().getSimpleName() + ": " + message;
        return reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
    }
}
