package dev.sagamart.loadtests.instances;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Who reads what, and how far behind. */
public final class ConsumerGroups implements AutoCloseable {
    private final Admin admin;

    public ConsumerGroups(int port) {
        admin = Admin.create(Map.<String, Object>of("bootstrap.servers", "127.0.0.1:" + port));
    }

    /** By group and topic. */
    public List<Sharing> sharing() throws InterruptedException {
        try {
            return admin.describeConsumerGroups(groups()).all().get().values().stream()
                    .flatMap(group -> sharing(group).stream())
                    .sorted(Comparator.comparing(Sharing::group).thenComparing(Sharing::topic))
                    .toList();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("the broker does not tell who reads what", failure);
        }
    }

    private static List<Sharing> sharing(ConsumerGroupDescription group) {
        Map<String, List<Integer>> topics = new TreeMap<>();
        for (MemberDescription member : group.members()) {
            member.assignment().topicPartitions().stream()
                    .collect(Collectors.groupingBy(TopicPartition::topic))
                    .forEach((topic, own) -> topics.computeIfAbsent(topic, name -> new ArrayList<>())
                            .add(own.size()));
        }
        return topics.entrySet().stream()
                .map(topic -> new Sharing(group.groupId(), topic.getKey(), topic.getValue()))
                .toList();
    }

    /** Records that a group has not handled yet. */
    public Map<String, Long> behind() throws InterruptedException {
        try {
            Map<String, Long> behind = new TreeMap<>();
            for (String group : groups()) {
                behind.put(group, behind(group));
            }
            return behind;
        } catch (ExecutionException failure) {
            throw new IllegalStateException("the broker does not tell what has been read", failure);
        }
    }

    private long behind(String group) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> read = new HashMap<>(admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get());
        read.values().removeIf(offset -> offset == null);
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        read.keySet().forEach(partition -> asked.put(partition, OffsetSpec.latest()));
        return admin.listOffsets(asked).all().get().entrySet().stream()
                .mapToLong(end -> end.getValue().offset() - read(read.get(end.getKey())))
                .sum();
    }

    private static long read(@Nullable OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }

    private List<String> groups() throws ExecutionException, InterruptedException {
        return admin.listGroups(ListGroupsOptions.forConsumerGroups()).all().get().stream()
                .map(GroupListing::groupId)
                .toList();
    }

    @Override
    public void close() {
        admin.close();
    }
}
