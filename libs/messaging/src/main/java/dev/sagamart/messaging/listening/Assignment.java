package dev.sagamart.messaging.listening;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/** Keeps a subscription informed of its partitions and lets it choose where to start reading. */
final class Assignment implements ConsumerAwareRebalanceListener {
    private final Subscription subscription;
    private final Set<Integer> owned = new TreeSet<>();

    Assignment(Subscription subscription) {
        this.subscription = subscription;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        subscription
                .startOffsets(partitions.stream().map(TopicPartition::partition).toList())
                .forEach((partition, offset) ->
                        consumer.seek(new TopicPartition(subscription.topic(), partition), offset));
        change(() -> partitions.forEach(partition -> owned.add(partition.partition())));
    }

    @Override
    public void onPartitionsRevokedAfterCommit(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        change(() -> partitions.forEach(partition -> owned.remove(partition.partition())));
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        change(() -> partitions.forEach(partition -> owned.remove(partition.partition())));
    }

    private synchronized void change(Runnable update) {
        update.run();
        subscription.ownedPartitions(Set.copyOf(owned));
    }
}
