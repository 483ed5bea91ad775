package dev.sagamart.messaging;

/** Header names of the CloudEvents 1.0 Kafka binding (binary mode), and our own beside them. */
public final class CloudEventHeaders {
    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String TIME = "ce_time";
    public static final String CONTENT_TYPE = "content-type";
    public static final String TRACEPARENT = "traceparent";
    public static final String REPLY_PARTITION = "reply-partition";

    private CloudEventHeaders() {}
}
