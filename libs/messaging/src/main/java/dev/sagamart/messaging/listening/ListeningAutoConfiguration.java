package dev.sagamart.messaging.listening;

import dev.sagamart.messaging.MessageCodec;
import dev.sagamart.messaging.MessagingAutoConfiguration;
import dev.sagamart.messaging.MessagingProperties;
import dev.sagamart.messaging.Publisher;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.MicrometerConsumerListener;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Listening: a consumer for every {@link Subscription} bean, and their health. */
@AutoConfiguration(after = MessagingAutoConfiguration.class)
@ConditionalOnBean(Subscription.class)
class ListeningAutoConfiguration {
    @Bean
    SubscriptionContainers subscriptionContainers(
            List<Subscription> subscriptions, ConsumerFactory<String, byte[]> messageConsumers, ListenerTools tools) {
        return new SubscriptionContainers(subscriptions, messageConsumers, tools);
    }

    @Bean
    ListenerTools listenerTools(
            MessageCodec codec,
            PlatformTransactionManager transactions,
            Publisher publisher,
            MeterRegistry meters,
            ObjectProvider<Tracer> tracers,
            Clock clock) {
        return new ListenerTools(
                codec,
                new TransactionTemplate(transactions),
                publisher,
                meters,
                tracers.getIfAvailable(),
                RetryPolicy.DEFAULT,
                clock);
    }

    @Bean
    SubscriptionHealth subscriptionsHealthIndicator(SubscriptionContainers subscriptions) {
        return new SubscriptionHealth(subscriptions);
    }

    @Bean
    ConsumerFactory<String, byte[]> messageConsumers(
            KafkaProperties kafka, MessagingProperties messaging, MeterRegistry meters) {
        Map<String, Object> settings = new HashMap<>(kafka.buildConsumerProperties());
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, messaging.batchSize());
        settings.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, 60_000);
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, List.of(CooperativeStickyAssignor.class));
        if (messaging.instanceId() != null) {
            settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, messaging.instanceId());
        }
        var factory = new DefaultKafkaConsumerFactory<String, byte[]>(settings);
        factory.addListener(new MicrometerConsumerListener<>(meters));
        return factory;
    }
}
