package dev.sagamart.defaults.audit;

import dev.sagamart.defaults.audit.AuditRows.Progress;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** One round of a check: what was wrong, what has changed, and the next slice of everything. */
final class AuditRound {
    private static final Logger log = LoggerFactory.getLogger(AuditRound.class);
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final JdbcTemplate jdbc;
    private final AuditRows rows;
    private final AuditProperties properties;
    private final Clock clock;

    AuditRound(JdbcTemplate jdbc, AuditRows rows, AuditProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.properties = properties;
        this.clock = clock;
    }

    /** To be called in a transaction that reads what is committed, statement by statement. */
    void run(AuditCheck check) {
        Instant now = clock.instant();
        UUID until = least(now.minus(properties.settling()));
        Progress progress = rows.progress(check, until, now);
        Set<String> ids = new LinkedHashSet<>(rows.wrongSoFar(check, properties.slice()));
        UUID recent = addRecent(check, progress.recent(), until, ids);
        List<String> slice =
                jdbc.query(check.slice(), (row, number) -> row.getString(1), progress.rotation(), properties.slice());
        ids.addAll(slice);
        judge(check, ids, now);
        boolean ended = slice.isEmpty(); // a check may take smaller slices than it could
        String rotation = ended ? check.start() : slice.getLast();
        rows.advance(check, new Progress(recent, rotation, progress.rotations() + (ended ? 1 : 0)), now);
    }

    /** The least UUID of this time. */
    private static UUID least(Instant time) {
        return new UUID(time.toEpochMilli() << 16 | VERSION_7, VARIANT);
    }

    private UUID addRecent(AuditCheck check, UUID after, UUID until, Set<String> ids) {
        if (check.recent() == null) {
            return after;
        }
        var positions = new ArrayList<UUID>();
        jdbc.query(
                check.recent(),
                row -> {
                    positions.add(row.getObject(1, UUID.class));
                    ids.add(row.getString(2));
                },
                after,
                until,
                properties.slice());
        return positions.isEmpty() ? after : positions.getLast();
    }

    private void judge(AuditCheck check, Set<String> ids, Instant now) {
        List<Difference> wrong = jdbc.query(
                check.differences(), (row, number) -> new Difference(row.getString(1), row.getString(2)), (Object)
                        ids.toArray(String[]::new));
        var right = new LinkedHashSet<>(ids);
        wrong.forEach(difference -> right.remove(difference.id()));
        rows.healed(check, right);
        for (Difference difference : wrong) {
            if (rows.wrong(check, difference, now)) {
                log.error("Audit {}: {} is wrong: {}", check.name(), difference.id(), difference.detail());
            }
        }
    }
}
