package dev.sagamart.loadtests;

import org.jspecify.annotations.Nullable;

/** Something that a benchmark needs is not there, or not as it must be; the message says what to do about it. */
public final class CannotMeasure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CannotMeasure(String message) {
        super(message);
    }

    public CannotMeasure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
