package dev.sagamart.messaging.deadletters;

import static dev.sagamart.messaging.MessageCodec.header;

import dev.sagamart.messaging.CloudEventHeaders;
import dev.sagamart.messaging.DeadLetterHeaders;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of a dead letter tell. Whatever somebody else has written there, it can be read.
 *
 * @param writtenAt when it failed last; with the id it names the letter even if the topic was made anew
 * @param sourceOffset where it failed last, or null if the letter does not tell
 * @param firstOffset where it failed first: its place among the records of its key
 * @param sentAt when its message was made, or else when it failed first
 */
public record Letter(
        LetterId id,
        @Nullable String key,
        @Nullable String type,
        @Nullable String reason,
        Instant writtenAt,
        @Nullable Long sourceOffset,
        long firstOffset,
        Instant firstFailedAt,
        Instant sentAt,
        int replays) {

    static Letter of(ConsumerRecord<String, byte[]> letter) {
        var writtenAt = Instant.ofEpochMilli(letter.timestamp());
        Instant firstFailedAt = time(letter, DeadLetterHeaders.FIRST_FAILED_AT).orElse(writtenAt);
        Optional<Long> sourceOffset = number(letter, DeadLetterHeaders.OFFSET);
        return new Letter(
                new LetterId(letter.partition(), letter.offset()),
                letter.key(),
                header(letter, CloudEventHeaders.TYPE).orElse(null),
                header(letter, DeadLetterHeaders.REASON).orElse(null),
                writtenAt,
                sourceOffset.orElse(null),
                number(letter, DeadLetterHeaders.FIRST_OFFSET)
                        .or(() -> sourceOffset)
                        .orElse(letter.offset()),
                firstFailedAt,
                time(letter, CloudEventHeaders.TIME)
                        .filter(time -> time.isBefore(firstFailedAt))
                        .orElse(firstFailedAt),
                (int) Math.min(number(letter, DeadLetterHeaders.REPLAYS).orElse(0L), 1_000));
    }

    private static Optional<Long> number(ConsumerRecord<?, ?> letter, String name) {
        return header(letter, name).filter(text -> text.matches("[0-9]{1,18}")).map(Long::valueOf);
    }

    private static Optional<Instant> time(ConsumerRecord<?, ?> letter, String name) {
        try {
            return header(letter, name).map(Instant::parse);
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    boolean isBefore(Letter other) {
        return firstOffset < other.firstOffset || (firstOffset == other.firstOffset && id.compareTo(other.id) < 0);
    }
}
