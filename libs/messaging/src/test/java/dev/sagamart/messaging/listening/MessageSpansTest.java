package dev.sagamart.messaging.listening;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.messaging.Noted;
import dev.sagamart.messaging.Outgoing;
import dev.sagamart.messaging.Received;
import dev.sagamart.messaging.TestTopic;
import io.micrometer.tracing.test.simple.SimpleSpan;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageSpansTest extends ListeningTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SENDER = "00f067aa0ba902b7";

    private static void send(TestTopic topic, String note, String traceparent) {
        var letter = topic.letter(0, Noted.of(note));
        letter.headers().remove("traceparent").add("traceparent", traceparent.getBytes(UTF_8));
        topic.send(letter);
        TestTopic.flush();
    }

    @Test
    void a_message_of_a_recorded_trace_has_a_span_there_and_what_comes_of_it_belongs_to_the_span() throws Exception {
        var topic = TestTopic.withPartitions(1);
        var seen = TestTopic.withPartitions(1);
        var inbox = new Inbox(topic, jdbc) {
            @Override
            public List<Outgoing> handle(List<Received> batch) {
                return batch.stream()
                        .map(it -> Outgoing.of(seen.name(), "k", it.body()).inTrace(it.traceparent()))
                        .toList();
            }
        };
        send(topic, "unrecorded", "00-" + TRACE + "-" + SENDER + "-00");
        send(topic, "recorded", "00-" + TRACE + "-" + SENDER + "-01");

        listen(inbox);

        soon().until(() -> topic.committed(inbox.group(), 0) == 2);
        assertThat(tracer.getSpans()).singleElement().satisfies(span -> {
            assertThat(span.getName()).isEqualTo("process " + topic.name());
            assertThat(span.context().traceId()).isEqualTo(TRACE);
            assertThat(span.context().parentId()).isEqualTo(SENDER);
            assertThat(span.getTags()).containsEntry("messaging.kafka.offset", "1");
        });
        assertThat(seen.records())
                .extracting(
                        it -> new String(it.headers().lastHeader("traceparent").value(), UTF_8))
                .containsExactly(
                        "00-" + TRACE + "-" + SENDER + "-00",
                        "00-" + TRACE + "-"
                                + tracer.getSpans().getFirst().context().spanId() + "-01");
    }

    @Test
    void every_attempt_has_a_span_and_a_failed_one_says_why() throws Exception {
        var topic = TestTopic.withPartitions(1);
        var inbox = inbox(topic);
        inbox.reading = note -> {
            if (inbox.attempts(note.note()) < 3) {
                throw new IllegalStateException("not yet");
            }
        };
        send(topic, "third time lucky", "00-" + TRACE + "-" + SENDER + "-01");

        listen(inbox);

        soon().until(() -> topic.committed(inbox.group(), 0) == 1);
        assertThat(tracer.getSpans())
                .hasSize(3)
                .allSatisfy(span -> assertThat(span.context().traceId()).isEqualTo(TRACE))
                .allSatisfy(span -> assertThat(span.getEndTimestamp()).isAfter(Instant.EPOCH))
                .extracting(SimpleSpan::getError)
                .satisfiesExactly(
                        first -> assertThat(first).hasMessage("not yet"),
                        second -> assertThat(second).hasMessage("not yet"),
                        third -> assertThat(third).isNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "00-4bf92f3577b34da6a3ce929d0e0e4736-01", "01-x-y-01"})
    void a_broken_trace_hurts_no_message(String traceparent) throws Exception {
        var topic = TestTopic.withPartitions(1);
        var inbox = inbox(topic);
        send(topic, "note", traceparent);

        listen(inbox);

        soon().until(() -> topic.committed(inbox.group(), 0) == 1);
        assertThat(inbox.notes()).containsExactly("note");
        assertThat(tracer.getSpans()).isEmpty();
    }
}
