package dev.sagamart.chaos.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sagamart.chaos.cluster.Cluster;
import dev.sagamart.contracts.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Records that nobody can handle, amid those that everybody waits for; each must become one dead letter. */
public final class Poison {
    /** The header with the number of a poison, by which its dead letter is known. */
    public static final String HEADER = "chaos-poison";

    private static final Map<String, String> COMMANDS = Map.of(
            Topics.COUPON_COMMANDS, "coupon.use.v1",
            Topics.PRODUCT_COMMANDS, "product.deduct-stock.v1",
            Topics.POINT_COMMANDS, "point.deduct.v1");
    private static final int LARGE = 900 * 1024;

    private Poison() {}

    static Aim aim(Cluster cluster, RandomGenerator random) {
        return new Aim("two partitions of every command topic", Set.of("kafka"), () -> {
            List<ProducerRecord<byte[], byte[]>> pills = new ArrayList<>();
            COMMANDS.forEach((topic, type) -> {
                int partition = random.nextInt(Topics.DEFAULT_PARTITIONS);
                pills.addAll(pills(topic, type, partition));
                pills.addAll(pills(topic, type, (partition + 1) % Topics.DEFAULT_PARTITIONS));
            });
            return Blow.done(new Proof("poisonous records", new Copies(cluster).send(pills)));
        });
    }

    private static List<ProducerRecord<byte[], byte[]>> pills(String topic, String type, int partition) {
        return List.of(
                pill(topic, partition, type, "not JSON".getBytes(UTF_8)),
                pill(topic, partition, type, "{\"orderId\":17}".getBytes(UTF_8)),
                pill(topic, partition, type.replace(".v1", ".v99"), "{}".getBytes(UTF_8)),
                pill(topic, partition, type, null),
                pill(topic, partition, type, "x".repeat(LARGE).getBytes(UTF_8)),
                pill(topic, partition, null, "{}".getBytes(UTF_8)));
    }

    @SuppressWarnings("NullAway") // a record without value is one of the poisons
    private static ProducerRecord<byte[], byte[]> pill(
            String topic, int partition, @Nullable String type, byte @Nullable [] value) {
        String id = UUID.randomUUID().toString();
        var record = new ProducerRecord<>(topic, partition, id.getBytes(UTF_8), value);
        record.headers().add(HEADER, id.getBytes(UTF_8));
        record.headers().add("ce_id", id.getBytes(UTF_8));
        if (type != null) {
            record.headers().add("ce_type", type.getBytes(UTF_8));
        }
        return record;
    }
}
