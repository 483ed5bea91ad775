package dev.sagamart.messaging.outbox;

import dev.sagamart.messaging.MessageCodec;
import dev.sagamart.messaging.MessagingAutoConfiguration;
import dev.sagamart.messaging.MessagingProperties;
import dev.sagamart.messaging.Publisher;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The outbox, for services that say {@code sagamart.messaging.outbox: true} and run its migration. */
@AutoConfiguration(after = {MessagingAutoConfiguration.class, JdbcTemplateAutoConfiguration.class})
@ConditionalOnBooleanProperty("sagamart.messaging.outbox")
@EnableScheduling
class OutboxAutoConfiguration {
    @Bean
    OutboxRows outboxRows(JdbcTemplate jdbc) {
        return new OutboxRows(jdbc);
    }

    @Bean
    OutboxRelay outboxRelay(Publisher publisher, OutboxRows rows) {
        return new OutboxRelay(publisher, rows);
    }

    @Bean
    Outbox outbox(MessageCodec codec, OutboxRows rows, OutboxRelay relay, Clock clock) {
        return new TransactionalOutbox(codec, rows, relay, clock);
    }

    @Bean
    OutboxAge outboxAge(OutboxRows rows, Clock clock, MeterRegistry meters) {
        return new OutboxAge(rows, clock, meters);
    }

    @Bean
    OutboxSweeper outboxSweeper(
            OutboxRows rows,
            Publisher publisher,
            PlatformTransactionManager transactions,
            Clock clock,
            MessagingProperties properties) {
        return new OutboxSweeper(
                rows, publisher, new TransactionTemplate(transactions), clock, properties.outboxPatience());
    }
}
