package dev.sagamart.testsupport.architecture.bad;

import dev.sagamart.contracts.order.OrderRejected;
import dev.sagamart.messaging.Outgoing;
import dev.sagamart.messaging.Received;
import dev.sagamart.messaging.WireTypes;
import dev.sagamart.messaging.listening.Subscription;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.repository.Repository;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.web.bind.annotation.RestController;

/** Breaks every rule of the house at least once. */
public class Everything {
    @Entity
    public static class PublicEntity {
        @Id
        private long id;

        public void setId(long id) {
            this.id = id;
        }
    }

    @RestController
    public static class PublicController {}

    public interface PublicRepository extends Repository<PublicEntity, Long> {}

    public static class PublicListener implements Subscription {
        @Override
        public String topic() {
            return "";
        }

        @Override
        public String group() {
            return "";
        }

        @Override
        public WireTypes types() {
            return WireTypes.of();
        }

        @Override
        public List<Outgoing> handle(List<Received> batch) {
            return List.of();
        }
    }

    @Configuration
    public static class PublicConfiguration {}

    static class Model {
        OrderRejected contract;
        KafkaTemplate<String, String> kafka;

        @Autowired
        Object injected;

        Instant time() {
            return Instant.now();
        }
    }

    @ConfigurationProperties("bad")
    static class MutableProperties {}

    static class Jackson2 {
        com.fasterxml.jackson.databind.ObjectMapper mapper;
    }

    static class ThingHelper {}

    static class Stranger {
        dev.sagamart.testsupport.probes.TopicProbe another;
    }
}
