package dev.sagamart.messaging.listening;

import static dev.sagamart.messaging.CloudEventHeaders.ID;
import static dev.sagamart.messaging.CloudEventHeaders.REPLY_PARTITION;
import static dev.sagamart.messaging.CloudEventHeaders.TYPE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.messaging.DeadLetterHeaders;
import dev.sagamart.messaging.MessageCodec;
import dev.sagamart.messaging.Noted;
import dev.sagamart.messaging.TestTopic;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class PoisonTest extends ListeningTest {
    /** Every way to spoil a record, and a word of the reason that its dead letter must give. */
    private static Map<ProducerRecord<String, byte[]>, String> poison(TestTopic topic, int partition) {
        Function<String, ProducerRecord<String, byte[]>> withValue = json -> {
            var good = topic.letter(partition, Noted.of("poison"));
            return new ProducerRecord<>(
                    topic.name(), partition, good.key(), json == null ? null : json.getBytes(UTF_8), good.headers());
        };
        var all = new LinkedHashMap<ProducerRecord<String, byte[]>, String>();
        all.put(withValue.apply("this is not JSON"), "Unrecognized token");
        all.put(withValue.apply(""), "No content");
        all.put(withValue.apply("null"), "null");
        all.put(withValue.apply("[1,2]"), "");
        all.put(withValue.apply(null), "no value");
        all.put(withValue.apply("{\"number\":1}"), "note");
        all.put(withValue.apply("{\"note\":\"poison\"}"), "number");
        all.put(withValue.apply("{\"note\":null,\"number\":1}"), "note");
        all.put(withValue.apply("{\"note\":\"poison\",\"number\":null}"), "number");
        all.put(withValue.apply("{\"note\":\"poison\",\"number\":\"many\"}"), "many");
        all.put(withValue.apply("{\"note\":\"poison\",\"number\":1} {}"), "Trailing");
        all.put(withValue.apply("{\"note\":\"poison\",\"note\":\"b\",\"number\":1}"), "Duplicate");
        all.put(withValue.apply("{\"note\":\"poison\",\"number\":1,\"deep\":" + "[".repeat(5000)), "depth");
        all.put(withValue.apply("x".repeat(900_000)), "");
        all.put(without(withValue.apply("{}"), TYPE), TYPE);
        all.put(without(topic.letter(partition, Noted.of("poison")), ID), ID);
        all.put(with(topic.letter(partition, Noted.of("poison")), TYPE, "test.noted.v99"), "unknown message type");
        all.put(with(topic.letter(partition, Noted.of("poison")), TYPE, Noted.class.getName()), "unknown message type");
        all.put(with(topic.letter(partition, Noted.of("poison")), REPLY_PARTITION, "first"), "not a number");
        return all;
    }

    private static ProducerRecord<String, byte[]> without(ProducerRecord<String, byte[]> letter, String header) {
        letter.headers().remove(header);
        return letter;
    }

    private static ProducerRecord<String, byte[]> with(
            ProducerRecord<String, byte[]> letter, String header, String value) {
        letter.headers().remove(header).add(header, value.getBytes(UTF_8));
        return letter;
    }

    @Test
    void every_kind_of_poison_on_two_partitions_is_dead_lettered_once_and_stops_nobody() throws Exception {
        var topic = TestTopic.withPartitions(3);
        var inbox = inbox(topic);
        Map<ProducerRecord<String, byte[]>, String> poison = poison(topic, 0);
        poison.putAll(poison(topic, 1));
        int i = 0;
        for (ProducerRecord<String, byte[]> letter : poison.keySet()) {
            topic.send(letter);
            topic.send(letter.partition(), Noted.of("behind-" + i));
            topic.send(2, Noted.of("beside-" + i++));
        }
        TestTopic.flush();

        listen(inbox);

        soon().until(() ->
                inbox.notes().size() >= 2 * poison.size() && topic.deadLetters().size() >= poison.size());
        assertThat(inbox.notes()).doesNotHaveDuplicates().hasSize(2 * poison.size());
        var letters = topic.deadLetters();
        assertThat(letters).hasSize(poison.size());
        for (int partition : new int[] {0, 1}) {
            var reasons = poison.entrySet().stream()
                    .filter(entry -> entry.getKey().partition() == partition)
                    .map(Map.Entry::getValue)
                    .toList();
            assertThat(letters.stream()
                            .filter(letter -> letter.partition() == partition)
                            .map(letter -> MessageCodec.header(letter, DeadLetterHeaders.REASON)
                                    .orElseThrow())
                            .toList())
                    .zipSatisfy(
                            reasons,
                            (reason, word) -> assertThat(reason)
                                    .startsWith("PoisonMessage: ")
                                    .contains(word)
                                    .hasSizeLessThan(1100));
        }
        assertThat(letters.stream().map(letter -> letter.value() == null).collect(Collectors.toList()))
                .filteredOn(empty -> empty)
                .hasSize(2);
    }

    @Test
    void a_record_without_a_key_is_handled_and_a_hint_at_a_class_is_not_followed() throws Exception {
        var topic = TestTopic.withPartitions(1);
        var inbox = inbox(topic);
        var letter = topic.letter(0, Noted.of("keyless"));
        letter.headers().add("__TypeId__", "javax.swing.JFrame".getBytes(UTF_8));
        topic.send(new ProducerRecord<>(topic.name(), 0, (String) null, letter.value(), letter.headers()));

        listen(inbox);

        soon().untilAsserted(() -> assertThat(inbox.notes()).containsExactly("keyless"));
        assertThat(topic.deadLetters()).isEmpty();
    }

    @Test
    void a_reader_of_events_ignores_and_counts_types_that_it_does_not_know() throws Exception {
        var topic = TestTopic.withPartitions(1);
        var inbox = inbox(topic);
        inbox.unknownTypes = UnknownTypes.IGNORE;
        inbox.reading = note -> {
            if (note.note().equals("bad")) {
                throw new IllegalStateException("bad");
            }
        };
        topic.send(with(topic.letter(0, Noted.of("other")), TYPE, "test.other.v1"));
        topic.send(0, Noted.of("known"));
        topic.send(with(topic.letter(0, Noted.of("other")), TYPE, "test.noted.v2"));
        topic.send(0, Noted.of("bad"));
        topic.send(with(topic.letter(0, Noted.of("other")), TYPE, "test.other.v1"));
        TestTopic.flush();

        listen(inbox);

        soon().until(() -> topic.committed(inbox.group(), 0) == 5);
        assertThat(inbox.notes()).containsExactly("known");
        assertThat(topic.deadLetters())
                .singleElement()
                .extracting(TestTopic::text)
                .asString()
                .contains("bad");
        assertThat(count("sagamart.messages.unknown")).isEqualTo(3);
    }
}
