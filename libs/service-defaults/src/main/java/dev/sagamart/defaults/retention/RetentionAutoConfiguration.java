package dev.sagamart.defaults.retention;

import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Retention for the tables of the libraries, and for those a service adds to the list. */
@AutoConfiguration(after = JdbcTemplateAutoConfiguration.class)
@EnableConfigurationProperties(RetentionProperties.class)
@EnableScheduling
class RetentionAutoConfiguration {
    @Bean
    Retention retention(JdbcTemplate jdbc, RetentionProperties properties, Clock clock) {
        return new Retention(jdbc, properties, clock);
    }
}
