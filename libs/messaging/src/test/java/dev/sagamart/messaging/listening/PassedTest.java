package dev.sagamart.messaging.listening;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.messaging.CloudEventHeaders;
import dev.sagamart.messaging.Noted;
import dev.sagamart.messaging.TestTopic;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PassedTest extends ListeningTest {
    @Test
    void a_subscription_hears_how_far_it_is_when_there_was_more_than_messages() throws Exception {
        var topic = TestTopic.withPartitions(3);
        var inbox = inbox(topic);
        inbox.unknownTypes = UnknownTypes.IGNORE;
        inbox.reading = note -> {
            if (note.note().equals("bad")) {
                throw new IllegalStateException("cannot stand it");
            }
        };
        topic.sendNotes(0, "n", 3);
        topic.sendNotes(1, "n", 2);
        topic.send(1, Noted.of("bad"));
        topic.sendNotes(2, "n", 1);
        var foreign = topic.letter(2, Noted.of("n"));
        foreign.headers().remove(CloudEventHeaders.TYPE).add(CloudEventHeaders.TYPE, "test.other.v1".getBytes(UTF_8));
        topic.send(foreign);
        TestTopic.flush();

        listen(inbox);

        soon().until(() -> topic.committed(inbox.group(), 2) == 2 && topic.committed(inbox.group(), 1) == 3);
        assertThat(inbox.passed).containsEntry(1, 3L).containsEntry(2, 2L);
    }

    @Test
    void messages_alone_are_no_reason_to_say_so() throws Exception {
        var topic = TestTopic.withPartitions(1);
        var inbox = inbox(topic);
        topic.sendNotes(0, "n", 10);

        listen(inbox);

        soon().until(() -> topic.committed(inbox.group(), 0) == 10);
        assertThat(inbox.passed).isEmpty();
    }

    @Test
    void a_subscription_that_cannot_note_it_is_not_stopped_by_that() throws Exception {
        var topic = TestTopic.withPartitions(1);
        var told = new AtomicInteger();
        var inbox = new Inbox(topic, jdbc) {
            @Override
            public void passed(Map<Integer, Long> next) {
                told.incrementAndGet();
                throw new IllegalStateException("cannot count");
            }
        };
        var poison = topic.letter(0, Noted.of("n"));
        poison.headers().remove(CloudEventHeaders.ID);
        topic.send(poison);
        topic.sendNotes(0, "n", 1);

        listen(inbox);

        soon().until(() -> topic.committed(inbox.group(), 0) == 2);
        assertThat(told).hasPositiveValue();
        assertThat(topic.deadLetters()).hasSize(1);
    }
}
