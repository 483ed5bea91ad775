package dev.sagamart.messaging;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A test of the library as a service has it, with a real database and a real broker. */
@SpringBootTest(
        classes = TestApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "spring.application.name=test-service",
            "spring.datasource.hikari.connection-timeout=1000",
            "spring.datasource.hikari.data-source-properties.options=-c lock_timeout=5s -c statement_timeout=10s",
            "sagamart.messaging.outbox=true",
            "sagamart.messaging.outbox-patience=1h",
            "sagamart.messaging.outbox-sweep-interval=100ms",
            "logging.level.root=warn",
            "logging.level.org.apache.kafka=error",
            "logging.level.org.springframework.kafka=error",
            "logging.level.com.zaxxer.hikari=error"
        })
public abstract class MessagingTest {
    @Autowired
    protected JdbcTemplate jdbc;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", TestServers::url);
        properties.add("spring.datasource.username", TestServers::user);
        properties.add("spring.datasource.password", TestServers::password);
        properties.add("spring.kafka.bootstrap-servers", TestServers.KAFKA::bootstrapServers);
    }
}
