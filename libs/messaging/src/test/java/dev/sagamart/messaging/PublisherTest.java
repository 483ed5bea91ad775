package dev.sagamart.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class PublisherTest {
    private static final Node NODE = new Node(1, "localhost", 1);
    private static final Cluster CLUSTER = new Cluster(
            "test",
            List.of(NODE),
            List.of(partition("replies", 0), partition("replies", 1), partition("other", 0)),
            Set.of(),
            Set.of());

    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(CLUSTER, true, null, new StringSerializer(), new ByteArraySerializer());
    private final MessageCodec codec = new MessageCodec(new MessageJson(), "/test", Clock.systemUTC());
    private final Publisher publisher = new Publisher(() -> producer, codec, Duration.ofMillis(200));

    private static PartitionInfo partition(String topic, int number) {
        return new PartitionInfo(topic, number, NODE, new Node[] {NODE}, new Node[] {NODE});
    }

    private static Outgoing reply(Integer partition) {
        return new Outgoing(Uuid7.next(), "replies", "k", partition, Noted.of("n"), null, null);
    }

    @Test
    void a_wanted_partition_counts_only_if_it_exists() {
        publisher.publishAll(List.of(reply(1), reply(2), reply(-1), reply(null)));

        assertThat(producer.history()).extracting(letter -> letter.partition()).containsExactly(1, null, null, null);
    }

    @Test
    void a_broker_that_is_away_when_partitions_are_looked_up_is_a_failed_send() {
        producer.partitionsForException = new TimeoutException("nobody there");

        assertThat(publisher.publish(reply(1)))
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .havingRootCause()
                .isInstanceOf(TimeoutException.class);
        assertThatThrownBy(() -> publisher.publishAll(List.of(reply(1)))).isInstanceOf(PublishFailed.class);
    }

    @Test
    void an_absent_broker_is_waited_for_once_and_not_for_every_message() {
        producer.sendException = new TimeoutException("topic replies not present in metadata after 3000 ms");
        var other = codec.envelope(Outgoing.of("other", "k", Noted.of("n")));
        var first = codec.envelope(reply(null));
        var second = codec.envelope(reply(null));

        assertThatThrownBy(() -> publisher.publishAll(List.of(reply(null), reply(null))))
                .isInstanceOf(PublishFailed.class);
        var each = publisher.publishEach(List.of(first, second, other));

        assertThat(each).containsOnlyKeys(first.id(), second.id(), other.id());
        assertThat(each.get(second.id())).isSameAs(each.get(first.id())).isCompletedExceptionally();
        assertThat(each.get(other.id())).isNotSameAs(each.get(first.id()));
    }

    @Test
    void what_is_published_together_does_not_wait_for_company() {
        var lingering = new MockProducer<>(CLUSTER, false, null, new StringSerializer(), new ByteArraySerializer());
        var sender = new Publisher(() -> lingering, codec, Duration.ofMillis(200));

        var acknowledgements = sender.publishTogether(List.of(reply(null), reply(null)));

        assertThat(acknowledgements)
                .hasSize(2)
                .allSatisfy(acknowledged -> assertThat(acknowledged).succeedsWithin(Duration.ofSeconds(10)));
    }

    @Test
    void what_is_published_together_ends_with_the_first_that_is_refused() {
        producer.sendException = new TimeoutException("topic replies not present in metadata after 3000 ms");

        assertThat(publisher.publishTogether(List.of(reply(null), reply(null))))
                .singleElement()
                .matches(CompletableFuture::isCompletedExceptionally);
    }

    @Test
    void a_message_that_is_too_large_is_its_own_fault() {
        producer.sendException = new RecordTooLargeException("2 MB");
        var first = codec.envelope(reply(null));
        var second = codec.envelope(reply(null));

        var each = publisher.publishEach(List.of(first, second));

        assertThat(each.get(second.id())).isNotSameAs(each.get(first.id()));
        assertThatThrownBy(() -> publisher.publishAll(List.of(reply(null))))
                .isInstanceOfSatisfying(
                        PublishFailed.class,
                        failed -> assertThat(failed.isFinal()).isTrue());
    }

    @Test
    void a_broker_that_says_nothing_is_not_waited_for_for_ever() {
        var silent = new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer()) {
            @Override
            public void flush() {}
        };
        var impatient = new Publisher(() -> silent, codec, Duration.ofMillis(50));

        assertThatThrownBy(() -> impatient.publishAll(List.of(Outgoing.of("other", "k", Noted.of("n")))))
                .isInstanceOfSatisfying(
                        PublishFailed.class,
                        failed -> assertThat(failed.isFinal()).isFalse());
    }

    @Test
    void ids_are_time_ordered() {
        List<UUID> ids =
                java.util.stream.Stream.generate(Uuid7::next).limit(1000).toList();

        assertThat(ids).isSortedAccordingTo(java.util.Comparator.comparing(UUID::toString));
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.version() == 7);
    }
}
