package dev.sagamart.ranking.sales;

import dev.sagamart.contracts.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** How long {@code order.events} is at this moment, by partition. */
@Component
class SalesTopic {
    private static final Logger log = LoggerFactory.getLogger(SalesTopic.class);
    private static final ListOffsetsOptions COMMITTED = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);

    /** The first offset that is still there, and the one after the last. */
    record Extent(long begin, long end) {}

    private final Admin kafka;

    SalesTopic(Admin kafkaObserver) {
        this.kafka = kafkaObserver;
    }

    /** Empty while the broker does not answer. */
    Optional<Map<Integer, Extent>> extents() {
        try {
            Set<TopicPartition> partitions = partitions();
            Map<TopicPartition, Long> begins = offsets(partitions, OffsetSpec.earliest());
            Map<TopicPartition, Long> ends = offsets(partitions, OffsetSpec.latest());
            var extents = new HashMap<Integer, Extent>();
            ends.forEach((partition, end) ->
                    extents.put(partition.partition(), new Extent(begins.getOrDefault(partition, 0L), end)));
            return Optional.of(extents);
        } catch (ExecutionException away) {
            log.warn("{} cannot be looked at: {}", Topics.ORDER_EVENTS, String.valueOf(away.getCause()));
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Set<TopicPartition> partitions() throws ExecutionException, InterruptedException {
        var topic = kafka.describeTopics(Set.of(Topics.ORDER_EVENTS))
                .topicNameValues()
                .get(Topics.ORDER_EVENTS);
        return Objects.requireNonNull(topic).get().partitions().stream()
                .map(info -> new TopicPartition(Topics.ORDER_EVENTS, info.partition()))
                .collect(Collectors.toSet());
    }

    private Map<TopicPartition, Long> offsets(Set<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        var asked = partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> which));
        return kafka.listOffsets(asked, COMMITTED).all().get().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }
}
