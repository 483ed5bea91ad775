package dev.sagamart.defaults.audit;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables {@code audit_progress} and {@code audit_difference}. */
final class AuditRows {
    /** Where a check stands. */
    record Progress(UUID recent, String rotation, long rotations) {}

    private final JdbcTemplate jdbc;

    AuditRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Progress progress(AuditCheck check, UUID now, Instant at) {
        jdbc.update("""
                insert into audit_progress (check_name, recent, rotation, checked_at) values (?, ?, ?, ?)
                on conflict do nothing""", check.name(), now, check.start(), Timestamp.from(at));
        return jdbc.queryForObject(
                "select recent, rotation, rotations from audit_progress where check_name = ? for update",
                (row, number) -> new Progress(row.getObject(1, UUID.class), row.getString(2), row.getLong(3)),
                check.name());
    }

    void advance(AuditCheck check, Progress to, Instant at) {
        jdbc.update(
                "update audit_progress set recent = ?, rotation = ?, rotations = ?, checked_at = ? where check_name = ?",
                to.recent(),
                to.rotation(),
                to.rotations(),
                Timestamp.from(at),
                check.name());
    }

    List<String> wrongSoFar(AuditCheck check, int limit) {
        return jdbc.query(
                "select row_id from audit_difference where check_name = ? order by found_at limit ?",
                (row, number) -> row.getString(1),
                check.name(),
                limit);
    }

    void healed(AuditCheck check, Collection<String> ids) {
        jdbc.update(
                "delete from audit_difference where check_name = ? and row_id = any (?)",
                check.name(),
                ids.toArray(String[]::new));
    }

    /** @return whether it is news */
    boolean wrong(AuditCheck check, Difference difference, Instant at) {
        return jdbc.update(
                        "insert into audit_difference values (?, ?, ?, ?) on conflict do nothing",
                        check.name(),
                        difference.id(),
                        difference.detail(),
                        Timestamp.from(at))
                == 1;
    }

    /** How many rows are wrong, by check. */
    Map<String, Long> counts() {
        return jdbc.query("select check_name, count(*) from audit_difference group by check_name", rows -> {
            var counts = new java.util.HashMap<String, Long>();
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getLong(2));
            }
            return counts;
        });
    }

    Map<String, Instant> lastRuns() {
        return jdbc.query("select check_name, checked_at from audit_progress", rows -> {
            var times = new java.util.HashMap<String, Instant>();
            while (rows.next()) {
                times.put(rows.getString(1), rows.getTimestamp(2).toInstant());
            }
            return times;
        });
    }
}
