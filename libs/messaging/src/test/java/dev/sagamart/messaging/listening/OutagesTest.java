package dev.sagamart.messaging.listening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.messaging.Noted;
import dev.sagamart.messaging.Outgoing;
import dev.sagamart.messaging.TestServers;
import dev.sagamart.messaging.TestTopic;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutagesTest extends ListeningTest {
    private static final List<String> ALL =
            IntStream.range(0, 60).mapToObj(i -> "n" + i).toList();

    @AfterEach
    void heal() {
        TestServers.POSTGRES.start();
        TestServers.KAFKA.start();
    }

    @Test
    void while_the_database_is_away_messages_wait_and_none_is_dead_lettered() throws Exception {
        var topic = TestTopic.withPartitions(2);
        var inbox = inbox(topic);
        listen(inbox);
        topic.sendNotes(0, "n", 30);
        soon().until(() -> inbox.notes().size() == 30);

        TestServers.POSTGRES.kill();
        IntStream.range(30, 60).forEach(i -> topic.send(i % 2, Noted.of("n" + i)));
        TestTopic.flush();
        soon().until(() -> count("sagamart.messages.outages") >= 2);
        assertThat(topic.deadLetters()).isEmpty();
        TestServers.POSTGRES.start();

        soon().until(() -> inbox.notes().size() >= 60);
        assertThat(inbox.notes()).containsExactlyInAnyOrderElementsOf(ALL);
        assertThat(topic.deadLetters()).isEmpty();
    }

    @Test
    void the_database_dying_in_the_middle_of_a_batch_is_nobodys_fault() throws Exception {
        var topic = TestTopic.withPartitions(1);
        var inbox = inbox(topic);
        inbox.reading = note -> {
            if (note.note().equals("n40") && inbox.attempts("n40") == 1) {
                TestServers.POSTGRES.kill();
            }
        };
        topic.sendNotes(0, "n", 60);

        listen(inbox);

        soon().until(() -> count("sagamart.messages.outages") >= 1);
        TestServers.POSTGRES.start();
        soon().until(() -> inbox.notes().size() >= 60);
        assertThat(inbox.notes()).isEqualTo(ALL);
        assertThat(topic.deadLetters()).isEmpty();
    }

    @Test
    void when_the_broker_dies_before_the_answers_are_out_they_go_out_later() throws Exception {
        var topic = TestTopic.withPartitions(1);
        var answers = TestTopic.withPartitions(1);
        var inbox = inbox(topic);
        inbox.answering = note -> List.of(Outgoing.of(answers.name(), "k", note));
        inbox.reading = note -> {
            if (note.note().equals("n40") && inbox.attempts("n40") == 1) {
                TestServers.KAFKA.kill();
            }
        };
        topic.sendNotes(0, "n", 60);

        listen(inbox);

        soon().until(() -> count("sagamart.messages.outages") >= 1);
        TestServers.KAFKA.start();
        soon().until(() -> topic.committed(inbox.group(), 0) == 60);
        assertThat(answers.records().stream().map(TestTopic::text).distinct()).hasSize(60);
        assertThat(topic.deadLetters()).isEmpty();
    }
}
