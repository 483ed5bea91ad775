package dev.sagamart.local.suite;

/** The suite cannot do what was asked; the message is for the person at the terminal. */
public final class SuiteFailed extends RuntimeException {

    public SuiteFailed(String message) {
        super(message);
    }
}
