package dev.sagamart.defaults.audit;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import org.flywaydb.core.api.Location;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The continuous audit of the checks that a service declares; its tables come by themselves. */
@AutoConfiguration(after = JdbcTemplateAutoConfiguration.class)
@EnableConfigurationProperties(AuditProperties.class)
@EnableScheduling
class AuditAutoConfiguration {
    private static final String TABLES = "classpath:db/audit";

    @Bean
    FlywayConfigurationCustomizer auditTables() {
        return flyway -> flyway.locations(
                Stream.concat(Stream.of(flyway.getLocations()).map(Location::toString), Stream.of(TABLES))
                        .toArray(String[]::new));
    }

    @Bean
    ContinuousAudit continuousAudit(
            ObjectProvider<AuditCheck> declared,
            JdbcTemplate jdbc,
            AuditProperties properties,
            PlatformTransactionManager transactions,
            MeterRegistry registry,
            Clock clock) {
        List<AuditCheck> checks = declared.orderedStream().toList();
        var rows = new AuditRows(jdbc);
        return new ContinuousAudit(
                checks,
                new AuditRound(jdbc, rows, properties, clock),
                locks(jdbc),
                new TransactionTemplate(transactions),
                new AuditMetrics(rows, checks, registry),
                clock);
    }

    /** On the clock of the database. No bean: a service may have locks of its own. */
    private static LockProvider locks(JdbcTemplate jdbc) {
        return new JdbcTemplateLockProvider(JdbcTemplateLockProvider.Configuration.builder()
                .withJdbcTemplate(jdbc)
                .withTableName("audit_lock")
                .usingDbTime()
                .build());
    }
}
