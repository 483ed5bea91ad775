package dev.sagamart.messaging.listening;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/** Keeps a subscription informed of its partitions and lets it choose where to start reading. */
final class Assignment implements ConsumerAwareRebalanceListener {
    private static final Logger log = LoggerFactory.getLogger(Assignment.class);

    private final Subscription subscription;
    private final BooleanSupplier running;
    private final RetryPolicy policy;
    private final Set<Integer> owned = new TreeSet<>();

    Assignment(Subscription subscription, BooleanSupplier running, RetryPolicy policy) {
        this.subscription = subscription;
        this.running = running;
        this.policy = policy;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        startOffsets(partitions.stream().map(TopicPartition::partition).toList())
                .forEach((partition, offset) ->
                        consumer.seek(new TopicPartition(subscription.topic(), partition), offset));
        change(() -> partitions.forEach(partition -> owned.add(partition.partition())));
    }

    /** Asks until there is an answer: whoever went on without one would read from the wrong place. */
    private Map<Integer, Long> startOffsets(List<Integer> partitions) {
        while (true) {
            try {
                return subscription.startOffsets(partitions);
            } catch (RuntimeException failure) {
                if (!running.getAsBoolean() || Thread.currentThread().isInterrupted()) {
                    throw failure;
                }
                log.warn("{} does not know yet where to start: {}", subscription.group(), failure.toString());
                LockSupport.parkNanos(policy.outagePause().toNanos());
            }
        }
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
