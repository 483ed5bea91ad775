package dev.sagamart.messaging;

/** A record that can never be handled: not a CloudEvent we know, not JSON, or a required field is missing. */
public final class PoisonMessage extends RuntimeException {
    public PoisonMessage(String reason) {
        super(reason);
    }

    public PoisonMessage(String reason, Throwable cause) {
        super(reason, cause);
    }
}
