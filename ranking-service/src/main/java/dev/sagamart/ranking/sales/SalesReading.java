package dev.sagamart.ranking.sales;

import dev.sagamart.contracts.Topics;
import dev.sagamart.messaging.MessageCodec;
import dev.sagamart.messaging.PoisonMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** One reading of {@code order.events}, without a group. What no consumer could count is passed over. */
public final class SalesReading implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int TIMEOUT_MILLIS = 5_000;
    private static final int MOST_AT_ONCE = 2_000;

    private final KafkaConsumer<String, byte[]> consumer;
    private final MessageCodec codec;
    private Instant completeSince;

    private SalesReading(KafkaConsumer<String, byte[]> consumer, MessageCodec codec, Instant since) {
        this.consumer = consumer;
        this.codec = codec;
        this.completeSince = since;
    }

    static SalesReading open(Map<String, Object> kafka, MessageCodec codec, Instant since) {
        var settings = new HashMap<>(kafka);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_AT_ONCE);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        var reading = new SalesReading(new KafkaConsumer<>(settings), codec, since);
        try {
            reading.begin(since);
            return reading;
        } catch (RuntimeException failure) {
            reading.close();
            throw failure;
        }
    }

    private void begin(Instant since) {
        var wanted = new HashMap<TopicPartition, Long>();
        consumer.partitionsFor(Topics.ORDER_EVENTS)
                .forEach(info -> wanted.put(new TopicPartition(info.topic(), info.partition()), since.toEpochMilli()));
        consumer.assign(wanted.keySet());
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(wanted.keySet());
        consumer.offsetsForTimes(wanted)
                .forEach((partition, first) -> begin(partition, first, begins.getOrDefault(partition, 0L)));
    }

    /** @param first null if nothing is as new as wanted */
    private void begin(TopicPartition partition, @Nullable OffsetAndTimestamp first, long begin) {
        if (first == null) {
            consumer.seekToEnd(Set.of(partition));
            return;
        }
        consumer.seek(partition, first.offset());
        Instant time = Instant.ofEpochMilli(first.timestamp());
        if (begin > 0 && first.offset() <= begin && time.isAfter(completeSince)) {
            completeSince = time;
        }
    }

    /** From when on the topic still has all orders: the wanted moment, or later where records are gone already. */
    public Instant completeSince() {
        return completeSince;
    }

    /**
     * Reads on to the end that the topic has now.
     *
     * @param patience how long it may take without a record
     * @throws org.apache.kafka.common.KafkaException if it takes longer, or the broker does not answer
     */
    public void toTheEnd(Duration patience, Consumer<List<Sale>> sink) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        long deadline = System.nanoTime() + patience.toNanos();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            var records = consumer.poll(POLL);
            if (!records.isEmpty()) {
                deadline = System.nanoTime() + patience.toNanos();
                var sales = new ArrayList<Sale>(records.count());
                records.forEach(raw -> sale(raw).ifPresent(sales::add));
                sink.accept(sales);
            } else if (System.nanoTime() > deadline) {
                throw new TimeoutException("no records for " + patience);
            }
        }
    }

    private Optional<Sale> sale(ConsumerRecord<String, byte[]> raw) {
        try {
            return codec.decode(raw, SalesListener.TYPES).map(SalesListener::sale);
        } catch (PoisonMessage | IllegalArgumentException deadLetter) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ZERO));
    }
}
