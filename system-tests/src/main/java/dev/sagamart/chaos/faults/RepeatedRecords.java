package dev.sagamart.chaos.faults;

import dev.sagamart.chaos.cluster.Cluster;
import dev.sagamart.contracts.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Messages that come again, soon or much later, once or several times. */
final class RepeatedRecords {
    private static final Set<String> KAFKA = Set.of("kafka");
    private static final int OF_EACH_PARTITION = 20;

    private RepeatedRecords() {}

    /** Of every topic, up to two minutes after the original. */
    static Aim everywhere(Cluster cluster, RandomGenerator random) {
        int times = random.nextInt(1, 4);
        Duration delay = Chance.seconds(random, 0, 1, 5, 20);
        return new Aim("all topics, %d times after %s".formatted(times, Chance.say(delay)), KAFKA, () -> {
            var copies = new Copies(cluster);
            List<ProducerRecord<byte[], byte[]>> again = new ArrayList<>();
            for (String topic : Copies.topics()) {
                for (ConsumerRecord<byte[], byte[]> record : copies.last(topic, OF_EACH_PARTITION)) {
                    for (int time = 0; time < times; time++) {
                        again.add(Copies.of(record));
                    }
                }
            }
            return later(delay, copies, again);
        });
    }

    /** Replies that a saga has long gone past. */
    static Aim staleReplies(Cluster cluster, RandomGenerator random) {
        Duration delay = Chance.seconds(random, 2, 10);
        return new Aim("order.replies after " + Chance.say(delay), KAFKA, () -> {
            var copies = new Copies(cluster);
            List<ProducerRecord<byte[], byte[]>> again =
                    copies.last(Topics.ORDER_REPLIES, 3 * OF_EACH_PARTITION).stream()
                            .map(Copies::of)
                            .toList();
            return later(delay, copies, again);
        });
    }

    /** They are sent at the healing, when their time has come. */
    private static Strike later(Duration delay, Copies copies, List<ProducerRecord<byte[], byte[]>> again) {
        var sent = new long[1];
        return Blow.of(delay, () -> sent[0] = copies.send(again), () -> new Proof("records sent again", sent[0]));
    }
}
