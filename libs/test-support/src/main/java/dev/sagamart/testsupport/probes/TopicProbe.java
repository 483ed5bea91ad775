package dev.sagamart.testsupport.probes;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sagamart.testsupport.infrastructure.Infrastructure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

/** Sees every record that is put on a topic from the moment of its making, without a group of its own. */
public final class TopicProbe implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();

    private TopicProbe(KafkaConsumer<String, byte[]> consumer) {
        this.consumer = consumer;
    }

    /** Sees what comes from now on. */
    public static TopicProbe on(String topic) {
        var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", Infrastructure.bootstrapServers(), "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position); // seeking is lazy: without this, "now" would be the first poll
        return new TopicProbe(consumer);
    }

    /** All records up to now, in order per partition. */
    public synchronized List<ConsumerRecord<String, byte[]>> records() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(100)).forEach(seen::add);
        }
        return List.copyOf(seen);
    }

    public List<ConsumerRecord<String, byte[]>> records(Predicate<ConsumerRecord<String, byte[]>> wanted) {
        return records().stream().filter(wanted).toList();
    }

    /** Waits until there are at least so many of the wanted records, and returns all of them. */
    public List<ConsumerRecord<String, byte[]>> await(int count, Predicate<ConsumerRecord<String, byte[]>> wanted) {
        return Awaitility.await().atMost(PATIENCE).until(() -> records(wanted), found -> found.size() >= count);
    }

    /** A header of a record as text. */
    public static Optional<String> header(ConsumerRecord<?, ?> input, String name) {
        Header header = input.headers().lastHeader(name);
        return header == null ? Optional.empty() : Optional.of(new String(header.value(), UTF_8));
    }

    /** The value of a record as text. */
    public static String text(ConsumerRecord<?, byte[]> input) {
        return input.value() == null ? "" : new String(input.value(), UTF_8);
    }

    @Override
    public synchronized void close() {
        consumer.close();
    }
}
