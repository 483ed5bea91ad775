package dev.sagamart.messaging.listening;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.messaging.CloudEventHeaders;
import dev.sagamart.messaging.DeadLetterHeaders;
import dev.sagamart.messaging.MessageCodec;
import dev.sagamart.messaging.Noted;
import dev.sagamart.messaging.TestTopic;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.support.TransactionTemplate;

class FailingRecordsTest extends ListeningTest {
    private static final int ATTEMPTS_ALONE = 3;

    private static void refuseBad(Noted note) {
        if (note.note().startsWith("bad")) {
            throw new IllegalStateException("cannot stand " + note.note());
        }
    }

    private static void sendAround(TestTopic topic, int partition, String bad) {
        topic.sendNotes(partition, "before-" + partition + "-", 20);
        topic.send(partition, Noted.of(bad));
        topic.sendNotes(partition, "after-" + partition + "-", 20);
    }

    private static List<String> around(int partition) {
        return IntStream.range(0, 40)
                .mapToObj(i -> i < 20 ? "before-" + partition + "-" + i : "after-" + partition + "-" + (i - 20))
                .toList();
    }

    @Test
    void a_failing_record_is_retried_a_few_times_and_dead_lettered_once_while_the_others_have_one_effect_each()
            throws Exception {
        var topic = TestTopic.withPartitions(2);
        var inbox = inbox(topic);
        inbox.reading = FailingRecordsTest::refuseBad;
        sendAround(topic, 1, "bad");
        ConsumerRecord<String, byte[]> bad = topic.records().get(20);

        listen(inbox);

        soon().until(() -> topic.committed(inbox.group(), 1) == 41);
        assertThat(inbox.notes()).isEqualTo(around(1));
        assertThat(inbox.attempts("bad")).isEqualTo(1 + ATTEMPTS_ALONE);
        assertThat(topic.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.partition()).isEqualTo(1);
            assertThat(letter.key()).isEqualTo(bad.key());
            assertThat(letter.value()).isEqualTo(bad.value());
            bad.headers()
                    .forEach(header -> assertThat(letter.headers().lastHeader(header.key()))
                            .isEqualTo(header));
            assertThat(MessageCodec.header(letter, "dlt-reason")).hasValue("IllegalStateException: cannot stand bad");
            assertThat(MessageCodec.header(letter, "dlt-group")).hasValue(inbox.group());
            assertThat(MessageCodec.header(letter, "dlt-offset")).hasValue("20");
        });
        assertThat(count("sagamart.messages.dead.letters")).isEqualTo(1);
        assertThat(count("sagamart.messages.batches.taken.apart")).isEqualTo(1);
    }

    @Test
    void records_that_fail_on_two_partitions_beside_healthy_traffic_are_each_dead_lettered_once() throws Exception {
        var topic = TestTopic.withPartitions(3);
        var inbox = inbox(topic);
        inbox.reading = FailingRecordsTest::refuseBad;
        listen(inbox);

        for (int round = 0; round < 10; round++) {
            topic.sendNotes(2, "healthy-" + round + "-", 10);
            topic.send(0, Noted.of("bad-0-" + round));
            topic.send(1, Noted.of("bad-1-" + round));
            topic.sendNotes(0, "good-0-" + round + "-", 2);
            topic.sendNotes(1, "good-1-" + round + "-", 2);
        }

        soon().until(() -> topic.deadLetters().size() >= 20);
        soon().until(() -> inbox.notes().size() >= 140);
        assertThat(topic.deadLetters())
                .extracting(letter -> letter.partition() + TestTopic.text(letter))
                .doesNotHaveDuplicates()
                .hasSize(20);
        assertThat(inbox.notes()).doesNotHaveDuplicates().hasSize(140);
    }

    @Test
    void an_error_in_a_handler_is_no_worse_than_an_exception() throws Exception {
        var topic = TestTopic.withPartitions(1);
        var inbox = inbox(topic);
        inbox.reading = note -> {
            switch (note.note()) {
                case "bad" -> throw new AssertionError("impossible");
                case "worse" -> throw new NoClassDefFoundError("Gone");
                case "deep" -> throw new StackOverflowError();
                default -> {}
            }
        };
        List.of("a", "bad", "b", "worse", "c", "deep", "d").forEach(note -> topic.send(0, Noted.of(note)));
        TestTopic.flush();

        SubscriptionContainers containers = listen(inbox);

        soon().until(() -> topic.committed(inbox.group(), 0) == 7);
        assertThat(inbox.notes()).containsExactly("a", "b", "c", "d");
        assertThat(topic.deadLetters())
                .extracting(letter ->
                        MessageCodec.header(letter, DeadLetterHeaders.REASON).orElseThrow())
                .containsExactly(
                        "AssertionError: impossible", "NoClassDefFoundError: Gone", "StackOverflowError: no message");
        assertThat(containers.containers()).allMatch(container -> container.isRunning());
    }

    @Test
    void a_rollback_that_nobody_explains_is_no_outage_and_does_not_block_the_records_behind_it() throws Exception {
        var topic = TestTopic.withPartitions(1);
        var inbox = inbox(topic);
        var inner = new TransactionTemplate(transactions);
        inbox.reading = note -> {
            if (note.note().equals("bad")) {
                inner.executeWithoutResult(TransactionExecution::setRollbackOnly);
            }
        };
        List.of("a", "bad", "b").forEach(note -> topic.send(0, Noted.of(note)));
        TestTopic.flush();

        listen(inbox);

        soon().until(() -> topic.committed(inbox.group(), 0) == 3);
        assertThat(inbox.notes()).containsExactly("a", "b");
        assertThat(inbox.attempts("bad")).isEqualTo(1 + ATTEMPTS_ALONE);
        assertThat(topic.deadLetters())
                .singleElement()
                .satisfies(letter -> assertThat(MessageCodec.header(letter, "dlt-reason"))
                        .get(InstanceOfAssertFactories.STRING)
                        .startsWith("UnexpectedRollbackException: "));
        assertThat(count("sagamart.messages.outages")).isZero();
    }

    @Test
    void what_its_sender_repeats_is_never_dead_lettered() throws Exception {
        var topic = TestTopic.withPartitions(1);
        var inbox = inbox(topic);
        inbox.reading = FailingRecordsTest::refuseBad;
        inbox.repeatedBySender = note -> note.note().equals("bad compensation");
        List.of("bad compensation", "bad action", "good").forEach(note -> topic.send(0, Noted.of(note)));
        TestTopic.flush();

        listen(inbox);

        soon().until(() -> topic.committed(inbox.group(), 0) == 3);
        assertThat(inbox.notes()).containsExactly("good");
        assertThat(topic.deadLetters())
                .singleElement()
                .extracting(TestTopic::text)
                .asString()
                .contains("bad action");
        assertThat(count("sagamart.messages.left.to.sender")).isEqualTo(1);
    }

    @Test
    void a_record_that_is_only_unlucky_once_is_handled() throws Exception {
        var topic = TestTopic.withPartitions(1);
        var inbox = inbox(topic);
        inbox.reading = note -> {
            if (note.note().equals("n5") && inbox.attempts("n5") < 1 + ATTEMPTS_ALONE) {
                throw new org.springframework.dao.PessimisticLockingFailureException("deadlock");
            }
        };
        topic.sendNotes(0, "n", 10);

        listen(inbox);

        soon().until(() -> inbox.notes().size() == 10);
        assertThat(inbox.notes()).doesNotHaveDuplicates();
        assertThat(topic.deadLetters()).isEmpty();
    }

    @Test
    void an_answer_that_is_too_large_to_be_sent_does_not_block_the_records_behind_it() throws Exception {
        var topic = TestTopic.withPartitions(1);
        var answers = TestTopic.withPartitions(1);
        var inbox = inbox(topic);
        inbox.answering = note -> List.of(dev.sagamart.messaging.Outgoing.of(
                answers.name(), "k", Noted.of(note.note().equals("echo") ? "x".repeat(3 << 20) : note.note())));
        List.of("a", "echo", "b").forEach(note -> topic.send(0, Noted.of(note)));
        TestTopic.flush();

        listen(inbox);

        soon().until(() -> topic.committed(inbox.group(), 0) == 3);
        assertThat(topic.deadLetters())
                .singleElement()
                .extracting(TestTopic::text)
                .asString()
                .contains("echo");
        assertThat(answers.records()).extracting(TestTopic::text).anyMatch(text -> text.contains("\"b\""));
    }

    @Test
    void a_reply_to_a_partition_that_does_not_exist_goes_where_its_key_belongs() throws Exception {
        var topic = TestTopic.withPartitions(1);
        var answers = TestTopic.withPartitions(2);
        var inbox = inbox(topic);
        inbox.answering = note -> List.of(new dev.sagamart.messaging.Outgoing(
                dev.sagamart.messaging.Uuid7.next(),
                answers.name(),
                "k",
                note.note().equals("far") ? 99 : note.note().equals("negative") ? -1 : 1,
                note,
                null,
                null));
        List.of("far", "negative", "near").forEach(note -> topic.send(0, Noted.of(note)));
        TestTopic.flush();
        long begin = System.nanoTime();

        listen(inbox);

        soon().until(() -> answers.records().size() == 3);
        assertThat(System.nanoTime() - begin)
                .isLessThan(java.time.Duration.ofSeconds(15).toNanos());
        assertThat(topic.deadLetters()).isEmpty();
        assertThat(answers.records())
                .filteredOn(answer -> TestTopic.text(answer).contains("near"))
                .singleElement()
                .extracting(ConsumerRecord::partition)
                .isEqualTo(1);
    }

    @Test
    void a_record_as_large_as_the_broker_takes_still_fits_into_the_dead_letter_topic() throws Exception {
        var topic = TestTopic.withPartitions(1);
        var inbox = inbox(topic);
        inbox.reading = note -> {
            if (note.note().length() > 100) {
                throw new IllegalStateException("too long: " + note.note());
            }
        };
        var large = topic.letter(0, Noted.of("x".repeat((1 << 20) - 400)));
        large.headers().add(CloudEventHeaders.TRACEPARENT, "00-0-0-00".getBytes(UTF_8));
        large.headers().add(DeadLetterHeaders.REPLAYS, "2".getBytes(UTF_8));
        topic.send(0, Noted.of("a"));
        topic.send(large);
        topic.send(0, Noted.of("b"));
        TestTopic.flush();
        assertThat(topic.records()).hasSize(3);

        listen(inbox);

        soon().until(() -> topic.committed(inbox.group(), 0) == 3);
        assertThat(inbox.notes()).containsExactly("a", "b");
        assertThat(topic.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(MessageCodec.header(letter, DeadLetterHeaders.OFFSET)).hasValue("1");
            assertThat(MessageCodec.header(letter, DeadLetterHeaders.REPLAYS))
                    .as("what is too large to be copied is counted all the same")
                    .hasValue("2");
            assertThat(letter.value()).isEmpty();
        });
    }
}
