package dev.sagamart.local.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.contracts.Topics;
import dev.sagamart.local.infrastructure.KafkaServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import kafka.server.KafkaConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaContainerTest {
    /** For the scripts of the image, not for the broker. */
    private static final Set<String> OF_THE_SCRIPTS = Set.of("KAFKA_HEAP_OPTS", "KAFKA_GC_LOG_OPTS");

    /** Ours differ because there is a network between a container and its clients. */
    private static final Set<String> OF_THE_PLACE = Set.of(
            "listeners",
            "advertised.listeners",
            "controller.quorum.voters",
            "log.dirs",
            "listener.security.protocol.map");

    private static final String TOOL = """
            case "$*" in
              *--list*) cat "$(dirname "$0")/present" ;;
              *) echo "$*" >>"$(dirname "$0")/created" ;;
            esac
            """;

    @TempDir
    Path folder;

    @Test
    void every_setting_of_the_broker_exists() {
        var known = KafkaConfig.configNames();

        assertThat(settings().stringPropertyNames()).allMatch(known::contains);
    }

    @Test
    void the_broker_is_set_up_as_the_one_of_the_suite() throws IOException {
        var wanted = new Properties();
        try (var file = KafkaServer.class.getResourceAsStream("kafka.properties")) {
            wanted.load(file);
        }
        OF_THE_PLACE.forEach(wanted::remove);

        assertThat(settings()).containsAllEntriesOf(wanted);
        assertThat(settings().stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(with(wanted.stringPropertyNames(), OF_THE_PLACE));
    }

    @Test
    void the_topics_are_those_of_the_contracts_each_with_its_dead_letter_topic() throws Exception {
        assertThat(createTopics("")).isZero();

        List<String> expected = new ArrayList<>();
        for (String topic : Topics.all()) {
            expected.add(creation(topic, Topics.compacted().contains(topic) ? "compact" : "delete"));
            expected.add(creation(Topics.deadLetter(topic), "delete"));
        }
        assertThat(Files.readAllLines(folder.resolve("created"))).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void topics_that_are_there_are_left_alone() throws Exception {
        List<String> present = new ArrayList<>();
        Topics.all().forEach(topic -> present.addAll(List.of(topic, Topics.deadLetter(topic))));
        present.remove("point.events");

        assertThat(createTopics(String.join("\n", present) + "\n")).isZero();

        assertThat(Files.readAllLines(folder.resolve("created"))).containsExactly(creation("point.events", "delete"));
    }

    private int createTopics(String present) throws Exception {
        Files.writeString(folder.resolve("present"), present);
        Path tool = Program.standIn(folder, "kafka-topics", TOOL);
        return Program.run(
                folder,
                Map.of("KAFKA_TOPICS_TOOL", tool.toString()),
                "local/compose/kafka/create-topics.sh",
                "kafka:9092");
    }

    private static String creation(String topic, String cleanup) {
        return "--bootstrap-server kafka:9092 --create --topic %s --partitions %d --replication-factor 1 --config cleanup.policy=%s"
                .formatted(topic, Topics.DEFAULT_PARTITIONS, cleanup);
    }

    private static Properties settings() {
        var settings = new Properties();
        new ComposeFile().environment("kafka").forEach((name, value) -> {
            if (name.startsWith("KAFKA_") && !OF_THE_SCRIPTS.contains(name)) {
                settings.setProperty(
                        name.substring("KAFKA_".length())
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '.'),
                        value);
            }
        });
        return settings;
    }

    private static List<String> with(Set<String> some, Set<String> others) {
        List<String> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }
}
