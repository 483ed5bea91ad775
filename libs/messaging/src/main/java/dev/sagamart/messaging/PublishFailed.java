package dev.sagamart.messaging;

import org.apache.kafka.common.errors.RecordTooLargeException;

/** The broker did not acknowledge in time: whether the messages are on the topic is unknown. */
public final class PublishFailed extends RuntimeException {
    public PublishFailed(String reason, Throwable cause) {
        super(reason, cause);
    }

    /** Whether the message itself is to blame: it is too large, and always will be. */
    public boolean isFinal() {
        for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof RecordTooLargeException) {
                return true;
            }
        }
        return false;
    }
}
