package dev.sagamart.systemtests.faults;

import dev.sagamart.contracts.Topics;
import dev.sagamart.systemtests.suite.SuiteUnderTest;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The two things that a client of the API cannot see. */
final class BehindTheScenes {
    private final SuiteUnderTest suite;

    BehindTheScenes(SuiteUnderTest suite) {
        this.suite = suite;
    }

    /** Sagas that still have something to do. */
    int openSagas() throws SQLException {
        try (var connection = suite.database("orders");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from checkout where due_at is not null")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** Everything that was put on a dead-letter topic, with the headers that say why. */
    List<String> deadLetters() {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", "127.0.0.1:" + suite.ports().kafka(), "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = Topics.all().stream()
                    .flatMap(topic -> consumer.partitionsFor(Topics.deadLetter(topic)).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return readToEnd(consumer, partitions);
        }
    }

    private static List<String> readToEnd(KafkaConsumer<String, String> consumer, List<TopicPartition> partitions) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        List<String> letters = new ArrayList<>();
        while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
            consumer.poll(Duration.ofMillis(100)).forEach(letter -> letters.add(text(letter)));
        }
        return letters;
    }

    private static String text(ConsumerRecord<String, String> letter) {
        var text = new StringBuilder(letter.topic() + " " + letter.key() + " " + letter.value());
        letter.headers()
                .forEach(header -> text.append(' ')
                        .append(header.key())
                        .append('=')
                        .append(new String(header.value(), StandardCharsets.UTF_8)));
        return text.toString();
    }
}
