package dev.sagamart.messaging.deadletters;

import static dev.sagamart.messaging.deadletters.Desk.idOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sagamart.messaging.Publisher;
import dev.sagamart.messaging.TestTopic;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** Replays whose process dies or whose broker is away between the decision and the record. */
class InterruptedReplayTest extends DeskTest {
    /** Takes everything and never acknowledges: what it was given is as good as lost. */
    private final MockProducer<String, byte[]> silent =
            new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());

    private final Publisher dying = new Publisher(() -> silent, null, Duration.ofMillis(100));

    private int left(TestTopic topic) {
        return jdbc.queryForObject(
                "select count(*) from dead_letter_replay where topic = ?", Integer.class, topic.name());
    }

    @Test
    void a_decided_replay_is_not_lost_when_its_process_dies_before_it_is_sent() throws Exception {
        var topic = TestTopic.withPartitions(1);
        var reader = readerWithLetters(topic, "one", "two", "three");
        reader.unbearable = note -> false;
        LetterId[] ids = IntStream.range(0, 3).mapToObj(i -> idOf(topic, i)).toArray(LetterId[]::new);

        assertThat(desk(reader, dying).replay(ids)).allMatch(Verdict::isYes);
        soon().until(() -> !silent.history().isEmpty());
        assertThat(left(topic)).isEqualTo(3);
        assertThat(reader.notes).isEmpty();
        desk(reader).sender.sweep();

        soon().untilAsserted(() -> assertThat(reader.notes).containsExactly("one", "two", "three"));
        assertThat(left(topic)).isZero();
        assertThat(topic.records()).hasSize(6);
    }

    @Test
    void an_older_replay_that_was_left_behind_goes_before_the_next_of_its_key() throws Exception {
        var topic = TestTopic.withPartitions(1);
        var reader = readerWithLetters(topic, "one", "two");
        reader.unbearable = note -> false;

        assertThat(desk(reader, dying).replay(idOf(topic, 0))).allMatch(Verdict::isYes);
        soon().until(() -> !silent.history().isEmpty());
        assertThat(desk(reader).replay(idOf(topic, 1))).allMatch(Verdict::isYes);

        soon().untilAsserted(() -> assertThat(reader.notes).containsExactly("one", "two"));
    }

    @Test
    void sweepers_at_once_send_nothing_twice() throws Exception {
        var topic = TestTopic.withPartitions(1);
        String[] notes = IntStream.range(0, 30).mapToObj(Integer::toString).toArray(String[]::new);
        var reader = readerWithLetters(topic, notes);
        reader.unbearable = note -> false;
        LetterId[] ids = IntStream.range(0, 30).mapToObj(i -> idOf(topic, i)).toArray(LetterId[]::new);
        desk(reader, dying).replay(ids);
        soon().until(() -> !silent.history().isEmpty());
        var desk = desk(reader);
        Callable<Void> sweeper = () -> {
            desk.sender.sweep();
            return null;
        };

        try (var sweepers = Executors.newFixedThreadPool(3)) {
            sweepers.invokeAll(java.util.List.of(sweeper, sweeper, sweeper));
        }

        soon().untilAsserted(() -> assertThat(reader.notes).containsExactly(notes));
        assertThat(topic.records()).hasSize(60);
    }

    @Test
    void nothing_is_sent_and_nothing_decided_when_the_transaction_rolls_back() throws Exception {
        var topic = TestTopic.withPartitions(1);
        var reader = readerWithLetters(topic, "one");
        var desk = desk(reader);
        LetterId id = idOf(topic, 0);

        assertThat(desk.replayAndRollBack(id)).allMatch(Verdict::isYes);
        desk.sender.sweep();

        assertThat(desk.state(id)).isEqualTo(LetterState.OPEN);
        assertThat(topic.records()).hasSize(1);
        assertThatThrownBy(() -> desk.replayWithoutTransaction(id)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nobody_can_change_what_was_decided() throws Exception {
        var topic = TestTopic.withPartitions(1);
        var desk = desk(readerWithLetters(topic, "one"));
        desk.discard(idOf(topic, 0));

        for (String change : new String[] {
            "update dead_letter_decision set action = 'REPLAY'",
            "delete from dead_letter_decision",
            "truncate dead_letter_decision"
        }) {
            assertThatThrownBy(() -> jdbc.update(change)).rootCause().hasMessageContaining("permission denied");
        }
    }
}
