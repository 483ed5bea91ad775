package dev.sagamart.messaging.deadletters;

import java.util.List;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A letter with all that is in it, and the decision about it if there is one. */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record OpenedLetter(
        Letter letter,
        List<Header> headers,
        byte @Nullable [] value,
        @Nullable Decision decision) {
    public LetterState state() {
        return LetterState.after(decision);
    }
}
