package dev.sagamart.messaging.deadletters;

import org.jspecify.annotations.Nullable;

/** The dead letters could not be read in time. */
public final class DeadLettersUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DeadLettersUnavailable(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
