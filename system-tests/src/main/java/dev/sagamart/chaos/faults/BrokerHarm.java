package dev.sagamart.chaos.faults;

import dev.sagamart.chaos.cluster.Cluster;
import dev.sagamart.contracts.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** A broker that has lost what it acknowledged. */
final class BrokerHarm {
    /** What the sagas ask for again. Of other topics a lost record is lost data, for which the broker is replicated. */
    private static final List<String> ASKED_FOR_AGAIN =
            List.of(Topics.COUPON_COMMANDS, Topics.PRODUCT_COMMANDS, Topics.POINT_COMMANDS, Topics.ORDER_REPLIES);

    private BrokerHarm() {}

    /** The end of the fullest partition of a topic is cut off. */
    static Aim acknowledgedLoss(Cluster cluster, RandomGenerator random) {
        String topic = Chance.oneOf(ASKED_FOR_AGAIN, random);
        int bytes = random.nextInt(1_000, 20_000);
        return new Aim("%s loses its last %d bytes".formatted(topic, bytes), Set.of("kafka"), () -> {
            cluster.kill("kafka");
            long cut = Folders.cut(fullest(cluster.data().resolve("kafka"), topic), bytes);
            return Blow.of(
                    Duration.ZERO,
                    () -> cluster.start("kafka"),
                    () -> new Proof("bytes of acknowledged records lost", cut));
        });
    }

    private static Path fullest(Path data, String topic) {
        return Folders.files(data, ".log").stream()
                .filter(file -> data.relativize(file).toString().matches(topic + "-\\d+/\\d+\\.log"))
                .max(Comparator.comparingLong(file -> file.toFile().length()))
                .orElseThrow(() -> new IllegalStateException("no log of " + topic + " in " + data));
    }
}
