package dev.sagamart.chaos.faults;

import dev.sagamart.chaos.cluster.Cluster;
import dev.sagamart.local.suite.Service;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** All instances of a service are stopped, and the consumer group is told to begin some way back. */
final class RewoundGroup {
    private static final Map<Service, String> GROUPS = Map.of(
            Service.POINT, "point-service", Service.PRODUCT, "product-service", Service.COUPON, "coupon-service");
    private static final int MOST_BACK = 200;
    private static final Duration EMPTY_WITHIN = Duration.ofSeconds(20);

    private RewoundGroup() {}

    static Aim aim(Cluster cluster, RandomGenerator random) {
        Service service = Chance.oneOf(List.of(Service.POINT, Service.PRODUCT, Service.COUPON), random);
        List<String> instances = cluster.instances(service);
        Set<String> parties = new HashSet<>(instances);
        parties.add("kafka");
        String group = GROUPS.getOrDefault(service, "");
        return new Aim(group + " back by " + MOST_BACK, parties, () -> {
            instances.forEach(cluster::stop);
            var back = new long[1];
            return Blow.of(
                    Duration.ZERO,
                    () -> {
                        if (back[0] == 0) {
                            back[0] = rewind(cluster.kafka(), group);
                        }
                        instances.forEach(cluster::start);
                    },
                    () -> new Proof("records delivered again", back[0]));
        });
    }

    private static long rewind(String kafka, String group) {
        var back = new long[1];
        Waiting.until(EMPTY_WITHIN, () -> {
            back[0] = tryToRewind(kafka, group);
            return back[0] > 0;
        });
        return back[0];
    }

    /** Answers 0 as long as the group has members. */
    private static long tryToRewind(String kafka, String group) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            Map<TopicPartition, OffsetAndMetadata> now = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(10, TimeUnit.SECONDS);
            Map<TopicPartition, OffsetAndMetadata> earlier = new HashMap<>();
            long records = 0;
            for (var one : now.entrySet()) {
                long offset = Math.max(0, one.getValue().offset() - MOST_BACK);
                records += one.getValue().offset() - offset;
                earlier.put(one.getKey(), new OffsetAndMetadata(offset));
            }
            admin.alterConsumerGroupOffsets(group, earlier).all().get(10, TimeUnit.SECONDS);
            return records;
        } catch (ExecutionException | TimeoutException notEmpty) {
            return 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
