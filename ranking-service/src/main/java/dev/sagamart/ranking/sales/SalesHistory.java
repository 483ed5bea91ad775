package dev.sagamart.ranking.sales;

import dev.sagamart.messaging.MessageCodec;
import java.time.Instant;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;

/** The completed orders that the topic still has, to be read once more beside the consumer that counts them. */
@Component
public class SalesHistory {
    private final KafkaProperties kafka;
    private final MessageCodec codec;

    SalesHistory(KafkaProperties kafka, MessageCodec codec) {
        this.kafka = kafka;
        this.codec = codec;
    }

    /** @throws org.apache.kafka.common.KafkaException if the broker does not answer */
    public SalesReading since(Instant moment) {
        return SalesReading.open(kafka.buildConsumerProperties(), codec, moment);
    }
}
