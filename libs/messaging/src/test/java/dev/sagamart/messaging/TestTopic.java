package dev.sagamart.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import dev.sagamart.contracts.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A topic of one test, with its dead-letter topic. */
public record TestTopic(String name) {
    private static final String BROKER = TestServers.KAFKA.bootstrapServers();
    private static final MessageCodec CODEC = new MessageCodec(new MessageJson(), "/test", Clock.systemUTC());
    private static final Admin ADMIN = Admin.create(Map.of("bootstrap.servers", BROKER));
    private static final KafkaProducer<String, byte[]> PRODUCER = new KafkaProducer<>(
            Map.of("bootstrap.servers", BROKER, "acks", "all", "linger.ms", 5),
            new StringSerializer(),
            new ByteArraySerializer());

    /**
     * Makes a topic and waits until its leaders answer: an idempotent producer that meets a partition in between may have
     * its second batch taken before its first, and then never gets the first one through.
     */
    public static TestTopic withPartitions(int partitions) throws Exception {
        var topic = new TestTopic("t-" + Uuid7.next());
        ADMIN.createTopics(List.of(
                        new NewTopic(topic.name(), partitions, (short) 1),
                        new NewTopic(topic.deadLetterName(), partitions, (short) 1)))
                .all()
                .get();
        Map<TopicPartition, OffsetSpec> ends = Stream.of(topic.name(), topic.deadLetterName())
                .flatMap(name -> IntStream.range(0, partitions).mapToObj(i -> new TopicPartition(name, i)))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptionsInstanceOf(ExecutionException.class) // a busy broker may not know its new topic yet
                .until(() -> ADMIN.listOffsets(ends).all().get().size() == ends.size());
        return topic;
    }

    public String deadLetterName() {
        return Topics.deadLetter(name);
    }

    /** A well-formed record, not sent yet, for tests that spoil it. */
    public ProducerRecord<String, byte[]> letter(int partition, Object body) {
        Outgoing message = new Outgoing(Uuid7.next(), name, "key-" + partition, partition, body, null, null);
        return CODEC.encode(CODEC.envelope(message));
    }

    public void send(int partition, Object body) {
        send(letter(partition, body));
    }

    public void send(ProducerRecord<String, byte[]> letter) {
        PRODUCER.send(letter);
    }

    public void sendNotes(int partition, String prefix, int count) {
        for (int i = 0; i < count; i++) {
            send(partition, Noted.of(prefix + i));
        }
        PRODUCER.flush();
    }

    public static void flush() {
        PRODUCER.flush();
    }

    public List<ConsumerRecord<String, byte[]>> records() {
        return recordsOf(name);
    }

    public List<ConsumerRecord<String, byte[]>> deadLetters() {
        return recordsOf(deadLetterName());
    }

    /** All records of a topic from its beginning to its end of now. */
    public static List<ConsumerRecord<String, byte[]>> recordsOf(String topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", BROKER, "fetch.max.wait.ms", 50),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    /** How far a group has got on a partition; 0 if it never committed. */
    public long committed(String group, int partition) throws ExecutionException, InterruptedException {
        OffsetAndMetadata offset = ADMIN.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get()
                .get(new TopicPartition(name, partition));
        return offset == null ? 0 : offset.offset();
    }

    public static String text(ConsumerRecord<?, byte[]> input) {
        return new String(input.value(), UTF_8);
    }
}
