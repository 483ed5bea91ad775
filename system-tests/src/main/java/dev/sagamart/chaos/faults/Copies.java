package dev.sagamart.chaos.faults;

import dev.sagamart.chaos.cluster.Cluster;
import dev.sagamart.contracts.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Reads records that were consumed long ago and sends them again: same partition, key, headers and value. */
final class Copies {
    private final String kafka;

    Copies(Cluster cluster) {
        this.kafka = cluster.kafka();
    }

    /** The last records of a topic, so many of each partition at most; poison is not for copying. */
    List<ConsumerRecord<byte[], byte[]>> last(String topic, int ofEachPartition) {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka, "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            ends.forEach((partition, end) -> consumer.seek(partition, Math.max(0, end - ofEachPartition)));
            return readTo(ends, consumer);
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> readTo(
            Map<TopicPartition, Long> ends, KafkaConsumer<byte[], byte[]> consumer) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        long begin = System.nanoTime();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())
                && System.nanoTime() - begin < Duration.ofSeconds(20).toNanos()) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                if (record.headers().lastHeader(Poison.HEADER) == null) {
                    records.add(record);
                }
            }
        }
        return records;
    }

    /** Answers how many the broker has taken. */
    long send(Collection<ProducerRecord<byte[], byte[]>> records) {
        Map<String, Object> settings = new HashMap<>(Map.of("bootstrap.servers", kafka, "acks", "all"));
        settings.put("delivery.timeout.ms", 20_000);
        settings.put("request.timeout.ms", 10_000);
        settings.put("max.block.ms", 10_000);
        long acknowledged = 0;
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            List<Future<?>> sent = new ArrayList<>();
            records.forEach(record -> sent.add(producer.send(record)));
            for (Future<?> one : sent) {
                one.get();
                acknowledged++;
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException("after " + acknowledged + " copies", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return acknowledged;
    }

    static ProducerRecord<byte[], byte[]> of(ConsumerRecord<byte[], byte[]> record) {
        return new ProducerRecord<>(record.topic(), record.partition(), record.key(), record.value(), record.headers());
    }

    /** Topics whose readers must absorb repeated records. */
    static List<String> topics() {
        return List.copyOf(Topics.all());
    }
}
