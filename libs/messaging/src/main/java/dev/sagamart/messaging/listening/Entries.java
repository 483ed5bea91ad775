package dev.sagamart.messaging.listening;

import dev.sagamart.messaging.MessageCodec;
import dev.sagamart.messaging.PoisonMessage;
import dev.sagamart.messaging.Received;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads the records of a poll as a subscription wants them; types that it ignores are left out. */
final class Entries {
    private final Subscription subscription;
    private final MessageCodec codec;
    private final ListenerMetrics metrics;

    Entries(Subscription subscription, MessageCodec codec, ListenerMetrics metrics) {
        this.subscription = subscription;
        this.codec = codec;
        this.metrics = metrics;
    }

    List<Entry> of(List<ConsumerRecord<String, byte[]>> poll) {
        var batch = new ArrayList<Entry>(poll.size());
        for (ConsumerRecord<String, byte[]> raw : poll) {
            try {
                decode(raw).ifPresent(message -> batch.add(new Entry(raw, message, null)));
            } catch (PoisonMessage poison) {
                batch.add(new Entry(raw, null, poison));
            }
        }
        return batch;
    }

    private Optional<Received> decode(ConsumerRecord<String, byte[]> raw) {
        Optional<Received> message = codec.decode(raw, subscription.types());
        if (message.isEmpty()) {
            metrics.unknownType();
            if (subscription.unknownTypes() == UnknownTypes.DEAD_LETTER) {
                throw new PoisonMessage("unknown message type");
            }
        }
        return message;
    }
}
