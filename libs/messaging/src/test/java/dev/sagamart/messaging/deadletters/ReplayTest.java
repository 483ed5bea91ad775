package dev.sagamart.messaging.deadletters;

import static dev.sagamart.messaging.deadletters.Desk.idOf;
import static dev.sagamart.messaging.deadletters.Obstacle.ALREADY_REPLAYED;
import static dev.sagamart.messaging.deadletters.Obstacle.OLDER_LETTER_OPEN;
import static dev.sagamart.messaging.deadletters.Obstacle.TOO_MANY_REPLAYS;
import static dev.sagamart.messaging.deadletters.Obstacle.UNREADABLE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sagamart.messaging.CloudEventHeaders;
import dev.sagamart.messaging.DeadLetterHeaders;
import dev.sagamart.messaging.MessageCodec;
import dev.sagamart.messaging.Noted;
import dev.sagamart.messaging.TestTopic;
import dev.sagamart.messaging.WireTypes;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class ReplayTest extends DeskTest {
    @Test
    void a_record_of_an_unknown_type_is_handled_once_when_its_reader_has_learned_it() throws Exception {
        var topic = TestTopic.withPartitions(2);
        var reader = new Reader(topic);
        reader.types = WireTypes.of();
        var sent = topic.letter(1, Noted.of("late"));
        sent.headers().add(CloudEventHeaders.REPLY_PARTITION, "4".getBytes(UTF_8));
        topic.send(sent);
        listen(reader);
        awaitLetters(topic, 1);
        var desk = desk(reader);
        LetterId id = idOf(topic, 0);

        assertThat(desk.attempt(id)).singleElement().satisfies(verdict -> {
            assertThat(verdict.obstacle()).isEqualTo(UNREADABLE);
            assertThat(verdict.detail()).contains("unknown message type");
        });
        assertThat(desk.replay(id)).noneMatch(Verdict::isYes);
        reader.types = WireTypes.of(Noted.class);
        assertThat(desk.attempt(id)).allMatch(Verdict::isYes);
        assertThat(desk.state(id)).isEqualTo(LetterState.OPEN);
        assertThat(desk.replay(id)).allMatch(Verdict::isYes);

        soon().untilAsserted(() -> assertThat(reader.notes).containsExactly("late"));
        assertThat(desk.state(id)).isEqualTo(LetterState.REPLAYED);
        assertThat(desk.replay(id))
                .singleElement()
                .extracting(Verdict::obstacle)
                .isEqualTo(ALREADY_REPLAYED);
        assertThat(topic.records()).hasSize(2).satisfies(records -> {
            var original = records.getFirst();
            var again = records.getLast();
            assertThat(again.key()).isEqualTo(original.key());
            assertThat(again.partition()).isEqualTo(1);
            assertThat(again.value()).isEqualTo(original.value());
            original.headers()
                    .forEach(header ->
                            assertThat(again.headers().lastHeader(header.key())).isEqualTo(header));
            assertThat(again.headers()).noneMatch(header -> header.key().startsWith("dlt-"));
            assertThat(MessageCodec.header(again, DeadLetterHeaders.REPLAYS)).hasValue("1");
        });
        assertThat(jdbc.queryForObject(
                        "select count(*) from dead_letter_replay where topic = ?", Integer.class, topic.name()))
                .isZero();
    }

    @Test
    void a_record_that_keeps_failing_is_counted_and_stays_after_three_replays() throws Exception {
        var topic = TestTopic.withPartitions(1);
        var desk = desk(readerWithLetters(topic, "hopeless"));
        Instant first = desk.open.open(desk.topic, idOf(topic, 0)).letter().firstFailedAt();

        for (int replays = 0; replays < 3; replays++) {
            Letter letter = desk.open.open(desk.topic, idOf(topic, replays)).letter();
            assertThat(letter.replays()).isEqualTo(replays);
            assertThat(letter.firstFailedAt()).isEqualTo(first);
            assertThat(letter.firstOffset()).isZero();
            assertThat(desk.replay(letter.id())).allMatch(Verdict::isYes);
            awaitLetters(topic, replays + 2);
        }

        assertThat(desk.replay(idOf(topic, 3)))
                .singleElement()
                .extracting(Verdict::obstacle)
                .isEqualTo(TOO_MANY_REPLAYS);
        assertThat(topic.records()).hasSize(4);
    }

    @Test
    void a_letter_waits_for_the_older_ones_of_its_key_unless_they_go_with_it() throws Exception {
        var topic = TestTopic.withPartitions(1);
        var reader = new Reader(topic);
        reader.unbearable = note -> true;
        List.of(withKey(topic, "a", "a1"), withKey(topic, "b", "b1"), withKey(topic, "a", "a2"))
                .forEach(topic::send);
        listen(reader);
        awaitLetters(topic, 3);
        reader.unbearable = note -> false;
        var desk = desk(reader);
        LetterId a1 = idOf(topic, 0);
        LetterId b1 = idOf(topic, 1);
        LetterId a2 = idOf(topic, 2);

        assertThat(desk.replay(a2)).singleElement().satisfies(verdict -> {
            assertThat(verdict.obstacle()).isEqualTo(OLDER_LETTER_OPEN);
            assertThat(verdict.olderId()).isEqualTo(a1);
        });
        assertThat(desk.replay(b1)).allMatch(Verdict::isYes);
        soon().untilAsserted(() -> assertThat(reader.notes).containsExactly("b1"));
        assertThat(desk.replay(a2, a1)).allMatch(Verdict::isYes);

        soon().untilAsserted(() -> assertThat(reader.notes).containsExactly("b1", "a1", "a2"));
    }

    @Test
    void a_letter_that_came_back_still_stands_before_those_that_failed_after_it() throws Exception {
        var topic = TestTopic.withPartitions(1);
        var reader = readerWithLetters(topic, "first", "second");
        var desk = desk(reader);
        assertThat(desk.replay(idOf(topic, 0))).allMatch(Verdict::isYes);
        awaitLetters(topic, 3);
        reader.unbearable = note -> false;
        LetterId second = idOf(topic, 1);
        LetterId back = idOf(topic, 2);

        assertThat(desk.replay(second))
                .singleElement()
                .extracting(Verdict::olderId)
                .isEqualTo(back);
        assertThat(desk.replay(second, back)).allMatch(Verdict::isYes);

        soon().untilAsserted(() -> assertThat(reader.notes).containsExactly("first", "second"));
    }

    @Test
    void many_operators_at_once_replay_a_letter_once() throws Exception {
        var topic = TestTopic.withPartitions(1);
        var reader = readerWithLetters(topic, "wanted");
        reader.unbearable = note -> false;
        var desk = desk(reader);
        LetterId id = idOf(topic, 0);
        Callable<List<Verdict>> operator = () -> desk.replay(id);

        List<List<Verdict>> all;
        try (var operators = Executors.newFixedThreadPool(4)) {
            all = operators.invokeAll(List.of(operator, operator, operator, operator)).stream()
                    .map(future -> future.resultNow())
                    .toList();
        }

        assertThat(all).filteredOn(verdicts -> verdicts.getFirst().isYes()).hasSize(1);
        soon().untilAsserted(() -> assertThat(reader.notes).isNotEmpty());
        assertThat(desk.replay(id))
                .singleElement()
                .extracting(Verdict::obstacle)
                .isEqualTo(ALREADY_REPLAYED);
        assertThat(topic.records()).hasSize(2);
    }

    @Test
    void what_was_never_well_formed_goes_out_again_byte_for_byte() throws Exception {
        var topic = TestTopic.withPartitions(1);
        var reader = new Reader(topic);
        reader.unbearable = note -> true;
        var strange = topic.letter(0, Noted.of("\u0000 감귤"));
        strange.headers().add("empty", null).add("binary\u0000", new byte[] {0, -1, (byte) 0xc3});
        var keyless = topic.letter(0, Noted.of("keyless"));
        topic.send(new ProducerRecord<>(topic.name(), 0, "k\u0000감", strange.value(), strange.headers()));
        topic.send(new ProducerRecord<>(topic.name(), 0, (String) null, keyless.value(), keyless.headers()));
        topic.send(new ProducerRecord<>(topic.name(), 0, (String) null, keyless.value(), keyless.headers()));
        listen(reader);
        awaitLetters(topic, 3);
        reader.unbearable = note -> false;
        var desk = desk(reader);

        assertThat(desk.replay(idOf(topic, 2)))
                .as("without a key there is no order")
                .allMatch(Verdict::isYes);
        assertThat(desk.replay(idOf(topic, 0), idOf(topic, 1))).allMatch(Verdict::isYes);

        soon().untilAsserted(() -> assertThat(reader.notes).hasSize(3));
        var original = topic.records().getFirst();
        var again = topic.records().get(4);
        assertThat(again.key()).isEqualTo(original.key());
        assertThat(again.value()).isEqualTo(original.value());
        original.headers()
                .forEach(header ->
                        assertThat(again.headers().lastHeader(header.key())).isEqualTo(header));
    }

    @Test
    void letters_that_are_too_large_together_are_not_taken_at_once() throws Exception {
        var topic = TestTopic.withPartitions(1);
        String[] large =
                IntStream.range(0, 4).mapToObj(i -> "x".repeat(700_000)).toArray(String[]::new);
        var reader = readerWithLetters(topic, large);
        reader.unbearable = note -> false;
        var desk = desk(reader);

        assertThatThrownBy(() -> desk.replay(idOf(topic, 0), idOf(topic, 1), idOf(topic, 2), idOf(topic, 3)))
                .isInstanceOf(TooMuchAtOnce.class);
        assertThat(desk.replay(idOf(topic, 0), idOf(topic, 1))).allMatch(Verdict::isYes);

        soon().untilAsserted(() -> assertThat(reader.notes).hasSize(2));
    }
}
