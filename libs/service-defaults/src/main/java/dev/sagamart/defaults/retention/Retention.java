package dev.sagamart.defaults.retention;

import dev.sagamart.defaults.retention.RetentionProperties.Rule;
import java.sql.Timestamp;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;

/** Deletes old rows, a small batch per statement; instances that do so at once only share the work. */
public final class Retention {
    private static final Logger log = LoggerFactory.getLogger(Retention.class);

    private final JdbcTemplate jdbc;
    private final RetentionProperties properties;
    private final Clock clock;

    Retention(JdbcTemplate jdbc, RetentionProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${sagamart.retention.initial-delay:5m}",
            fixedDelayString = "${sagamart.retention.interval:15m}")
    public void prune() {
        properties.tables().forEach((table, rule) -> {
            try {
                prune(table, rule);
            } catch (RuntimeException outage) {
                log.warn("Old rows of {} stay for now: {}", table, outage.toString());
            }
        });
    }

    private void prune(String table, Rule rule) {
        if (!exists(table)) {
            return;
        }
        Timestamp before = Timestamp.from(clock.instant().minus(rule.keep()));
        String statement = statement(table, rule);
        int total = 0;
        int deleted;
        do {
            deleted = jdbc.update(statement, before, properties.batchSize());
            total += deleted;
        } while (deleted == properties.batchSize());
        if (total > 0) {
            log.info("Deleted {} rows of {} older than {}", total, table, rule.keep());
        }
    }

    private boolean exists(String table) {
        return Boolean.TRUE.equals(jdbc.queryForObject("select to_regclass(?) is not null", Boolean.class, table));
    }

    /** Names come from the service's own configuration, never from a request. */
    private static String statement(String table, Rule rule) {
        String finished = rule.onlyIf() == null ? "" : " and " + rule.onlyIf();
        return "delete from %1$s where ctid = any (array(select ctid from %1$s where %2$s < ?%3$s limit ? for update skip locked))"
                .formatted(table, rule.column(), finished);
    }
}
