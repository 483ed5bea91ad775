package dev.sagamart.messaging.deadletters;

/** The letters of one request are too large together. */
public final class TooMuchAtOnce extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooMuchAtOnce(long bytes) {
        super("more than " + bytes + " bytes");
    }
}
