package dev.sagamart.messaging;

import static dev.sagamart.messaging.CloudEventHeaders.CONTENT_TYPE;
import static dev.sagamart.messaging.CloudEventHeaders.ID;
import static dev.sagamart.messaging.CloudEventHeaders.REPLY_PARTITION;
import static dev.sagamart.messaging.CloudEventHeaders.SOURCE;
import static dev.sagamart.messaging.CloudEventHeaders.SPEC_VERSION;
import static dev.sagamart.messaging.CloudEventHeaders.TIME;
import static dev.sagamart.messaging.CloudEventHeaders.TRACEPARENT;
import static dev.sagamart.messaging.CloudEventHeaders.TYPE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Maps messages to and from Kafka records: CloudEvents 1.0 in binary mode. */
public final class MessageCodec {
    private static final byte[] VERSION = "1.0".getBytes(UTF_8);
    private static final byte[] JSON = "application/json".getBytes(UTF_8);

    private final MessageJson json;
    private final byte[] source;
    private final Clock clock;

    public MessageCodec(MessageJson json, String source, Clock clock) {
        this.json = json;
        this.source = source.getBytes(UTF_8);
        this.clock = clock;
    }

    public ProducerRecord<String, byte[]> encode(Envelope message) {
        var result = new ProducerRecord<>(message.topic(), message.partition(), message.key(), message.payload());
        Headers headers = result.headers();
        headers.add(ID, bytes(message.id()));
        headers.add(TYPE, bytes(message.type()));
        headers.add(SOURCE, source);
        headers.add(SPEC_VERSION, VERSION);
        headers.add(TIME, bytes(clock.instant()));
        headers.add(CONTENT_TYPE, JSON);
        addIfPresent(headers, TRACEPARENT, message.traceparent());
        addIfPresent(headers, REPLY_PARTITION, message.replyPartition());
        return result;
    }

    public Envelope envelope(Outgoing message) {
        return new Envelope(
                message.id(),
                message.topic(),
                message.key(),
                message.partition(),
                WireTypes.nameOf(message.body()),
                json.write(message.body()),
                message.replyPartition(),
                message.traceparent());
    }

    /**
     * Maps a record of one of the types.
     *
     * @return empty if the record is a well-formed event of a type that is not among them
     * @throws PoisonMessage if it can never be handled
     */
    public Optional<Received> decode(ConsumerRecord<String, byte[]> input, WireTypes types) {
        String type = header(input, TYPE).orElseThrow(() -> new PoisonMessage("no " + TYPE + " header"));
        return types.find(type).map(known -> received(input, known));
    }

    private Received received(ConsumerRecord<String, byte[]> input, Class<?> type) {
        if (input.value() == null) {
            throw new PoisonMessage("no value");
        }
        return new Received(
                header(input, ID).orElseThrow(() -> new PoisonMessage("no " + ID + " header")),
                json.read(input.value(), type),
                input.key(),
                input.partition(),
                input.offset(),
                header(input, REPLY_PARTITION).map(MessageCodec::partition).orElse(null),
                header(input, TRACEPARENT).orElse(null));
    }

    private static Integer partition(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException broken) {
            throw new PoisonMessage(REPLY_PARTITION + " is not a number", broken);
        }
    }

    public static Optional<String> header(ConsumerRecord<?, ?> input, String name) {
        Header header = input.headers().lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), UTF_8));
    }

    private static void addIfPresent(Headers headers, String name, @Nullable Object value) {
        if (value != null) {
            headers.add(name, bytes(value));
        }
    }

    private static byte[] bytes(Object value) {
        return value.toString().getBytes(UTF_8);
    }
}
