package dev.sagamart.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.MicrometerProducerListener;

/** Sending: one idempotent producer, the CloudEvents mapping, and the trace at hand. */
@AutoConfiguration(after = KafkaAutoConfiguration.class)
@EnableConfigurationProperties(MessagingProperties.class)
public class MessagingAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    @Bean
    MessageJson messageJson() {
        return new MessageJson();
    }

    @Bean
    MessageCodec messageCodec(MessageJson json, Environment environment, Clock clock) {
        return new MessageCodec(json, "/" + environment.getRequiredProperty("spring.application.name"), clock);
    }

    @Bean
    CurrentTrace currentTrace(ObjectProvider<Tracer> tracers) {
        return new CurrentTrace(tracers.getIfAvailable());
    }

    /** A batch does not wait for company, it is flushed; what an outbox sends alone waits a moment for others. */
    @Bean(destroyMethod = "destroy")
    DefaultKafkaProducerFactory<String, byte[]> messageProducers(KafkaProperties kafka, MeterRegistry meters) {
        Map<String, Object> settings = new HashMap<>(kafka.buildProducerProperties());
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 1);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 3_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        var factory = new DefaultKafkaProducerFactory<String, byte[]>(settings);
        factory.addListener(new MicrometerProducerListener<>(meters));
        return factory;
    }

    @Bean
    Publisher publisher(
            DefaultKafkaProducerFactory<String, byte[]> messageProducers,
            MessageCodec codec,
            MessagingProperties properties) {
        return new Publisher(messageProducers::createProducer, codec, properties.acknowledgementTimeout());
    }
}
