package dev.sagamart.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** What Spring makes of the variables by which production gets to its brokers, where a wrong name would be a silent default. */
class BoundSettingsTest {
    private static final String LOGIN = "SPRING_KAFKA_PROPERTIES_SASL_JAAS_CONFIG";

    @Test
    void the_kafka_clients_of_production_log_in_by_tls() {
        for (String service : Services.BEHIND_GATEWAY) {
            Map<String, Object> client =
                    kafka(Settings.of(Overlay.PROD, service)).buildConsumerProperties();

            assertThat(client)
                    .containsEntry("bootstrap.servers", List.of("kafka-kafka-bootstrap:9092"))
                    .containsEntry("security.protocol", "SASL_SSL")
                    .containsEntry("sasl.mechanism", "SCRAM-SHA-512")
                    .containsEntry("sasl.jaas.config", "from the Secret")
                    .containsEntry("ssl.truststore.type", "PEM")
                    .hasEntrySatisfying(
                            "ssl.truststore.location",
                            file -> assertThat(Path.of(file.toString())).hasToString("/etc/tls/kafka/ca.crt"));
        }
    }

    private static KafkaProperties kafka(Map<String, String> variables) {
        variables.put(LOGIN, "from the Secret");
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, Map.copyOf(variables)));
        ConfigurationPropertySources.attach(environment);
        return Binder.get(environment)
                .bind("spring.kafka", KafkaProperties.class)
                .get();
    }
}
