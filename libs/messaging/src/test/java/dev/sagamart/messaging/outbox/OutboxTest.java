package dev.sagamart.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.sagamart.contracts.Topics;
import dev.sagamart.messaging.CloudEventHeaders;
import dev.sagamart.messaging.MessageCodec;
import dev.sagamart.messaging.MessagingTest;
import dev.sagamart.messaging.Noted;
import dev.sagamart.messaging.Outgoing;
import dev.sagamart.messaging.Publisher;
import dev.sagamart.messaging.TestServers;
import dev.sagamart.messaging.TestTopic;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class OutboxTest extends MessagingTest {
    @Autowired
    Outbox outbox;

    @Autowired
    OutboxRows rows;

    @Autowired
    Publisher publisher;

    @Autowired
    MessageCodec codec;

    @Autowired
    PlatformTransactionManager transactionManager;

    @Autowired
    TransactionTemplate transactions;

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
    }

    private static Outgoing note(TestTopic topic, String text) {
        return Outgoing.of(topic.name(), "k", Noted.of(text));
    }

    private int waiting() {
        return jdbc.queryForObject("select count(*) from outbox", Integer.class);
    }

    private List<UUID> idsOn(TestTopic topic) {
        return topic.records().stream()
                .map(letter -> UUID.fromString(
                        MessageCodec.header(letter, CloudEventHeaders.ID).orElseThrow()))
                .toList();
    }

    /** What a process leaves behind that dies right after its commit. */
    private List<UUID> leaveBehind(TestTopic topic, int count, Instant when) {
        var left = IntStream.range(0, count)
                .mapToObj(i -> codec.envelope(note(topic, "left " + i)))
                .toList();
        rows.insert(left, when);
        return left.stream().map(message -> message.id()).toList();
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private OutboxSweeper sweeper() {
        return new OutboxSweeper(rows, publisher, transactions, Clock.systemUTC(), Duration.ZERO);
    }

    @AfterEach
    void clear() {
        TestServers.KAFKA.start();
        soon().untilAsserted(() -> jdbc.update("delete from outbox"));
    }

    @Test
    void a_message_is_sent_at_once_when_its_transaction_commits_and_its_row_goes() throws Exception {
        var topic = TestTopic.withPartitions(1);
        var message = note(topic, "hello").withReplyPartition(3).inTrace("00-a-b-01");

        transactions.executeWithoutResult(status -> {
            outbox.add(message);
            assertThat(topic.records()).isEmpty();
        });

        soon().untilAsserted(() -> assertThat(idsOn(topic)).containsExactly(message.id()));
        assertThat(topic.records()).singleElement().satisfies(letter -> {
            assertThat(MessageCodec.header(letter, CloudEventHeaders.REPLY_PARTITION))
                    .hasValue("3");
            assertThat(MessageCodec.header(letter, CloudEventHeaders.TRACEPARENT))
                    .hasValue("00-a-b-01");
        });
        soon().until(() -> waiting() == 0);
    }

    @Test
    void the_age_of_the_oldest_message_is_a_metric() throws Exception {
        var meters = new SimpleMeterRegistry();
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var age = new OutboxAge(rows, Clock.fixed(now, ZoneOffset.UTC), meters);

        age.look();
        double ofNone = meters.get("sagamart.outbox.oldest").gauge().value();
        leaveBehind(TestTopic.withPartitions(1), 2, now.plusSeconds(3600));
        Clock later = Clock.fixed(now.plusSeconds(3690), ZoneOffset.UTC);
        var others = new SimpleMeterRegistry();
        new OutboxAge(rows, later, others).look();

        assertThat(ofNone).isZero();
        assertThat(others.get("sagamart.outbox.oldest").gauge().value()).isEqualTo(90);
    }

    @Test
    void nothing_is_sent_when_the_transaction_rolls_back() throws Exception {
        var topic = TestTopic.withPartitions(1);

        transactions.executeWithoutResult(status -> {
            outbox.add(note(topic, "never"));
            status.setRollbackOnly();
        });
        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> {
                    outbox.add(note(topic, "never"));
                    jdbc.update("insert into noted (inbox, note, partition, until_commit) values"
                            + " ('x', 'x', 0, 'same'), ('x', 'x', 0, 'same')");
                }))
                .hasMessageContaining("noted");
        transactions.executeWithoutResult(status -> outbox.add(note(topic, "later")));

        soon().until(() -> topic.records().size() >= 1);
        assertThat(topic.records())
                .singleElement()
                .extracting(TestTopic::text)
                .asString()
                .contains("later");
        soon().until(() -> waiting() == 0);
    }

    @Test
    void a_transaction_of_its_own_inside_another_keeps_its_messages_to_itself() throws Exception {
        var topic = TestTopic.withPartitions(1);
        var inner = new TransactionTemplate(transactionManager);
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        transactions.executeWithoutResult(status -> {
            outbox.add(note(topic, "outer"));
            inner.executeWithoutResult(own -> outbox.add(note(topic, "inner")));
            outbox.add(note(topic, "outer, too"));
            status.setRollbackOnly();
        });
        transactions.executeWithoutResult(status -> outbox.add(note(topic, "later")));

        soon().until(() -> topic.records().size() >= 2);
        assertThat(topic.records())
                .extracting(TestTopic::text)
                .satisfiesExactly(
                        text -> assertThat(text).contains("inner"),
                        text -> assertThat(text).contains("later"));
    }

    @Test
    void without_a_transaction_there_is_no_message() {
        assertThatThrownBy(() -> outbox.add(Outgoing.of(Topics.ORDER_EVENTS, "k", Noted.of("alone"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("transaction");
    }

    @Test
    void what_a_dead_process_left_is_swept_up_after_a_while() throws Exception {
        var topic = TestTopic.withPartitions(1);
        List<UUID> fresh = leaveBehind(topic, 1, Instant.now());
        List<UUID> old = leaveBehind(topic, 2, Instant.now().minus(Duration.ofHours(2)));

        soon().until(() -> idsOn(topic).size() >= 2);

        soon().until(() -> waiting() == 1);
        assertThat(idsOn(topic)).isEqualTo(old);
        assertThat(jdbc.queryForList("select id from outbox", UUID.class)).isEqualTo(fresh);
    }

    @Test
    void two_who_sweep_at_once_send_each_message_once() throws Exception {
        var topic = TestTopic.withPartitions(1);
        List<UUID> left = leaveBehind(topic, 1500, Instant.now().minusSeconds(1));
        var start = new CountDownLatch(1);
        var sweeps = Stream.of(sweeper(), sweeper(), sweeper())
                .map(sweeper -> CompletableFuture.runAsync(
                        () -> {
                            awaitLatch(start);
                            sweeper.sweep();
                        },
                        task -> Thread.ofVirtual().start(task)))
                .toList();

        start.countDown();
        sweeps.forEach(CompletableFuture::join);

        assertThat(waiting()).isZero();
        assertThat(idsOn(topic)).containsExactlyInAnyOrderElementsOf(left);
    }

    @Test
    void a_row_stays_until_the_broker_has_acknowledged() {
        var silent = new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
        var relay = new OutboxRelay(new Publisher(() -> silent, codec, Duration.ofSeconds(5)), rows);
        relay.start();
        var envelopes = Stream.of("a", "b", "c")
                .map(text -> codec.envelope(Outgoing.of(Topics.ORDER_EVENTS, "k", Noted.of(text))))
                .toList();
        rows.insert(envelopes, Instant.now());

        relay.send(envelopes);

        assertThat(silent.history()).hasSize(3);
        assertThat(waiting()).isEqualTo(3);
        silent.completeNext();
        soon().until(() -> waiting() == 2);
        silent.errorNext(new org.apache.kafka.common.errors.TimeoutException("lost"));
        silent.completeNext();
        relay.stop();
        soon().until(() -> waiting() == 1);
        assertThat(jdbc.queryForList("select id from outbox", UUID.class))
                .containsExactly(envelopes.get(1).id());
    }

    @Test
    void with_the_broker_away_a_commit_is_not_held_up_for_long_and_its_messages_go_out_later() throws Exception {
        var topic = TestTopic.withPartitions(1);
        var messages =
                IntStream.range(0, 20).mapToObj(i -> note(topic, "m" + i)).toList();

        TestServers.KAFKA.stop();
        long begin = System.nanoTime();
        transactions.executeWithoutResult(status -> messages.forEach(outbox::add));
        Duration taken = Duration.ofNanos(System.nanoTime() - begin);

        assertThat(taken).isLessThan(Duration.ofSeconds(6));
        assertThat(waiting()).isEqualTo(20);
        TestServers.KAFKA.start();
        soon().until(() -> {
            sweeper().sweep();
            return waiting() == 0;
        });
        assertThat(idsOn(topic)).containsAll(messages.stream().map(Outgoing::id).toList());
    }

    @Test
    void a_message_that_cannot_be_sent_does_not_keep_the_others() throws Exception {
        var topic = TestTopic.withPartitions(1);
        var absent = new TestTopic("absent");
        Instant before = Instant.now().minusSeconds(1);
        var tooLarge = codec.envelope(note(topic, "x".repeat(2 << 20)));
        rows.insert(List.of(tooLarge), before);
        List<UUID> lost = leaveBehind(absent, 3, before);
        List<UUID> left = leaveBehind(topic, 3, before);

        sweeper().sweep();

        assertThat(idsOn(topic)).isEqualTo(left);
        assertThat(jdbc.queryForList("select id from outbox", UUID.class))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Stream.of(tooLarge.id()), lost.stream()).toList());
    }
}
