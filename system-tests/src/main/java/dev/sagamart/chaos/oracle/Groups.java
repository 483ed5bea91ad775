package dev.sagamart.chaos.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far the consumers are behind. */
final class Groups {
    private final String kafka;

    Groups(String kafka) {
        this.kafka = kafka;
    }

    /** One line for each group and partition that has records it has not handled. */
    List<String> behind() throws ExecutionException, InterruptedException {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", kafka, "default.api.timeout.ms", 10_000, "request.timeout.ms", 5000);
        try (Admin admin = Admin.create(settings)) {
            List<String> behind = new ArrayList<>();
            for (String group : groups(admin)) {
                behind.addAll(behind(admin, group));
            }
            return behind;
        }
    }

    private static List<String> groups(Admin admin) throws ExecutionException, InterruptedException {
        return admin.listGroups(ListGroupsOptions.forConsumerGroups()).all().get().stream()
                .map(group -> group.groupId())
                .sorted()
                .toList();
    }

    private static List<String> behind(Admin admin, String group) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        List<TopicPartition> partitions = new ArrayList<>();
        var topics = admin.describeTopics(
                        committed.keySet().stream().map(TopicPartition::topic).collect(Collectors.toSet()))
                .allTopicNames()
                .get();
        topics.forEach((topic, description) -> description
                .partitions()
                .forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition()))));
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        partitions.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
        var ends = admin.listOffsets(latest).all().get();
        List<String> behind = new ArrayList<>();
        ends.forEach((partition, end) -> {
            OffsetAndMetadata done = committed.get(partition);
            long offset = done == null ? 0 : done.offset();
            if (end.offset() > offset) {
                behind.add(group + " is at " + offset + " of " + end.offset() + " in " + partition);
            }
        });
        return behind;
    }
}
