package dev.sagamart.ranking.sales;

import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A look at the broker that does not take long. */
@Configuration(proxyBeanMethods = false)
class ObserverConfiguration {

    @Bean(destroyMethod = "close")
    Admin kafkaObserver(KafkaProperties kafka) {
        Map<String, Object> settings = kafka.buildAdminProperties();
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 1_500);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 2_000);
        return Admin.create(settings);
    }
}
