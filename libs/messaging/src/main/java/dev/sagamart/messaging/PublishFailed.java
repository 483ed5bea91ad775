package dev.sagamart.messaging;

/** The broker did not acknowledge in time: whether the messages are on the topic is unknown. */
public final class PublishFailed extends RuntimeException {
    public PublishFailed(String reason, Throwable cause) {
        super(reason, cause);
    }
}
