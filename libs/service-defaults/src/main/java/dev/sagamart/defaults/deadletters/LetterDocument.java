package dev.sagamart.defaults.deadletters;

import dev.sagamart.messaging.deadletters.Letter;
import dev.sagamart.messaging.deadletters.LetterState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A dead letter in a list. */
record LetterDocument(
        String id,
        LetterState state,
        @Nullable String key,
        @Nullable String type,
        @Nullable String reason,
        int partition,
        @Nullable Long sourceOffset,
        Instant failedAt,
        Instant firstFailedAt,
        int replays) {
    static LetterDocument of(Letter letter, LetterState state) {
        return new LetterDocument(
                letter.id().toString(),
                state,
                letter.key(),
                letter.type(),
                letter.reason(),
                letter.id().partition(),
                letter.sourceOffset(),
                letter.writtenAt(),
                letter.firstFailedAt(),
                letter.replays());
    }
}
