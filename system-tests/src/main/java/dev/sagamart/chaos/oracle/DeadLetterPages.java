package dev.sagamart.chaos.oracle;

import dev.sagamart.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Puts into the books what lies on the dead-letter topics. */
record DeadLetterPages(String kafka, Books books) {
    /** Marks a record that a fault has made bad on purpose. */
    static final String POISON = "chaos-poison";

    void write() throws SQLException {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka, "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
                Connection connection = books.open();
                var insert = connection.prepareStatement("insert into kafka.dead_letter values (?, ?, ?, ?, ?)")) {
            List<TopicPartition> partitions = Topics.all().stream()
                    .flatMap(topic -> consumer.partitionsFor(Topics.deadLetter(topic)).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                for (ConsumerRecord<String, byte[]> letter : consumer.poll(Duration.ofMillis(100))) {
                    write(letter, insert);
                }
            }
        }
    }

    private static void write(ConsumerRecord<String, byte[]> letter, PreparedStatement insert) throws SQLException {
        insert.setString(1, letter.topic());
        insert.setString(2, letter.partition() + "-" + letter.offset());
        insert.setString(3, letter.key());
        insert.setString(4, header(letter, POISON));
        insert.setString(5, headers(letter));
        insert.execute();
    }

    private static String header(ConsumerRecord<String, byte[]> letter, String name) {
        var header = letter.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static String headers(ConsumerRecord<String, byte[]> letter) {
        var text = new StringBuilder();
        letter.headers()
                .forEach(header -> text.append(text.isEmpty() ? "" : " ")
                        .append(header.key())
                        .append('=')
                        .append(new String(header.value(), StandardCharsets.UTF_8)));
        return text.toString();
    }
}
