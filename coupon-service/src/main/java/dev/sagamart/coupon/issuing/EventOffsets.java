package dev.sagamart.coupon.issuing;

import static java.util.stream.Collectors.toMap;

import dev.sagamart.contracts.Topics;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;

/** How far {@code coupon.events} goes, by partition, and how far it has been worked off. */
@Component
class EventOffsets {
    private final Admin kafka;

    EventOffsets(Admin kafkaObserver) {
        this.kafka = kafkaObserver;
    }

    Map<TopicPartition, Long> first() throws ExecutionException, InterruptedException {
        return of(OffsetSpec.earliest());
    }

    Map<TopicPartition, Long> end() throws ExecutionException, InterruptedException {
        return of(OffsetSpec.latest());
    }

    private Map<TopicPartition, Long> of(OffsetSpec which) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = partitions().stream().collect(toMap(Function.identity(), _ -> which));
        return kafka.listOffsets(asked).all().get().entrySet().stream()
                .collect(toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    private List<TopicPartition> partitions() throws ExecutionException, InterruptedException {
        KafkaFuture<TopicDescription> topic = kafka.describeTopics(List.of(Topics.COUPON_EVENTS))
                .topicNameValues()
                .get(Topics.COUPON_EVENTS);
        return Objects.requireNonNull(topic).get().partitions().stream()
                .map(info -> new TopicPartition(Topics.COUPON_EVENTS, info.partition()))
                .toList();
    }

    /** Without the partitions that nothing was committed for. */
    Map<TopicPartition, Long> committed() throws ExecutionException, InterruptedException {
        return kafka
                .listConsumerGroupOffsets(IssuedCouponListener.GROUP)
                .partitionsToOffsetAndMetadata()
                .get()
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() != null)
                .collect(toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
    }
}
