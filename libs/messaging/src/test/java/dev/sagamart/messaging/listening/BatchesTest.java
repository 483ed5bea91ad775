package dev.sagamart.messaging.listening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.messaging.MessageCodec;
import dev.sagamart.messaging.Noted;
import dev.sagamart.messaging.Outgoing;
import dev.sagamart.messaging.Publisher;
import dev.sagamart.messaging.TestTopic;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;

class BatchesTest extends ListeningTest {
    @Autowired
    DefaultKafkaProducerFactory<String, byte[]> producers;

    @Autowired
    Publisher publisher;

    @Autowired
    MessageCodec codec;

    @Test
    void a_backlog_is_handled_in_order_and_in_few_transactions() throws Exception {
        var topic = TestTopic.withPartitions(1);
        topic.sendNotes(0, "n", 2000);
        var inbox = inbox(topic);

        listen(inbox);

        soon().until(() -> inbox.notes().size() >= 2000);
        assertThat(inbox.notes())
                .isEqualTo(IntStream.range(0, 2000).mapToObj(i -> "n" + i).toList());
        assertThat(inbox.transactions()).isBetween(4, 12);
        assertThat(meters.get("sagamart.messages.batch").summary().max()).isEqualTo(500);
        soon().untilAsserted(() -> assertThat(topic.committed(inbox.group(), 0)).isEqualTo(2000));
    }

    @Test
    void nothing_is_sent_for_a_message_whose_transaction_does_not_commit() throws Exception {
        var topic = TestTopic.withPartitions(1);
        var answers = TestTopic.withPartitions(1);
        var inbox = inbox(topic);
        inbox.answering = note -> List.of(Outgoing.of(answers.name(), "k", Noted.of("re: " + note.note())));
        inbox.clashing = note -> note.note().startsWith("clash");
        topic.sendNotes(0, "a", 2);
        topic.sendNotes(0, "clash", 2);
        topic.sendNotes(0, "b", 2);

        listen(inbox);

        soon().until(() -> topic.deadLetters().size() == 1);
        soon().until(() -> inbox.notes().contains("b1"));
        assertThat(inbox.notes()).containsExactly("a0", "a1", "clash0", "b0", "b1");
        assertThat(answers.records())
                .extracting(TestTopic::text)
                .hasSize(5)
                .noneMatch(text -> text.contains("clash1"))
                .allMatch(text -> text.contains("re: "));
    }

    @Test
    void offsets_wait_for_the_outgoing_messages() throws Exception {
        var topic = TestTopic.withPartitions(1);
        var answers = TestTopic.withPartitions(1);
        var inbox = inbox(topic);
        inbox.answering = note -> List.of(Outgoing.of(answers.name(), "k", Noted.of("re: " + note.note())));
        var brokerIsAway = new AtomicBoolean(true);
        topic.sendNotes(0, "n", 3);

        listen(inbox, new Publisher(() -> failingWhile(brokerIsAway), codec, Duration.ofSeconds(5)));

        soon().until(() -> inbox.attempts("n2") >= 3);
        assertThat(topic.committed(inbox.group(), 0)).isZero();
        assertThat(topic.deadLetters()).isEmpty();
        brokerIsAway.set(false);
        soon().until(() -> answers.records().size() >= 3);
        soon().untilAsserted(() -> assertThat(topic.committed(inbox.group(), 0)).isEqualTo(3));
        assertThat(count("sagamart.messages.outages")).isGreaterThanOrEqualTo(3);
    }

    @Test
    void a_producer_that_was_closed_is_replaced() throws Exception {
        var topic = TestTopic.withPartitions(1);
        var note = Outgoing.of(topic.name(), "k", Noted.of("n"));
        publisher.publishAll(List.of(note));

        producers.reset();

        publisher.publishAll(List.of(note));
        assertThat(topic.records()).hasSize(2);
    }

    /** The real producer, but what is sent while the flag is set is never acknowledged. */
    @SuppressWarnings("unchecked")
    private Producer<String, byte[]> failingWhile(AtomicBoolean flag) {
        return (Producer<String, byte[]>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Producer.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("send") && arguments.length == 2 && flag.get()) {
                        var failure = new TimeoutException("not acknowledged");
                        ((Callback) arguments[1]).onCompletion(null, failure);
                        return CompletableFuture.failedFuture(failure);
                    }
                    try {
                        return method.invoke(producers.createProducer(), arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }
}
