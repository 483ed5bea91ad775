package dev.sagamart.messaging.listening;

import java.time.Duration;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;

/** Runs one consumer per subscription, after the application is up and until it goes down. */
public final class SubscriptionContainers implements SmartLifecycle {
    /** A paused consumer notices the end of its pause after a poll: a poll may not last longer than the pause. */
    private static final Duration LONGEST_POLL = Duration.ofMillis(500);

    private final List<KafkaMessageListenerContainer<String, byte[]>> containers;
    private volatile boolean running;

    SubscriptionContainers(
            List<Subscription> subscriptions, ConsumerFactory<String, byte[]> consumers, ListenerTools tools) {
        this.containers = subscriptions.stream()
                .map(subscription -> container(subscription, consumers, tools))
                .toList();
    }

    private static KafkaMessageListenerContainer<String, byte[]> container(
            Subscription subscription, ConsumerFactory<String, byte[]> consumers, ListenerTools tools) {
        var properties = new ContainerProperties(subscription.topic());
        properties.setGroupId(subscription.group());
        properties.setAckMode(AckMode.MANUAL);
        properties.setMessageListener(new BatchListener(subscription, tools));
        properties.setPollTimeout(LONGEST_POLL.toMillis());
        properties.setMissingTopicsFatal(false);
        properties.setLogContainerConfig(false);
        var result = new KafkaMessageListenerContainer<>(consumers, properties);
        result.setBeanName(subscription.group() + "." + subscription.topic());
        result.getContainerProperties()
                .setConsumerRebalanceListener(new Assignment(subscription, result::isRunning, tools.policy()));
        return result;
    }

    @Override
    public void start() {
        running = true;
        containers.forEach(KafkaMessageListenerContainer::start);
    }

    @Override
    public void stop() {
        running = false;
        containers.parallelStream().forEach(KafkaMessageListenerContainer::stop);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    List<KafkaMessageListenerContainer<String, byte[]>> containers() {
        return containers;
    }
}
