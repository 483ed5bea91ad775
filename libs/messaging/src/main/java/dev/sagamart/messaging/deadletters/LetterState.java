package dev.sagamart.messaging.deadletters;

import org.jspecify.annotations.Nullable;

/** What became of a dead letter. One that is replayed and fails again is a new letter. */
public enum LetterState {
    OPEN,
    REPLAYED,
    DISCARDED;

    static LetterState after(@Nullable Decision decision) {
        if (decision == null) {
            return OPEN;
        }
        return switch (decision.action()) {
            case REPLAY -> REPLAYED;
            case DISCARD -> DISCARDED;
        };
    }
}
