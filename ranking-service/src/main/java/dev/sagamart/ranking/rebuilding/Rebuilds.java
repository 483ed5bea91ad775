package dev.sagamart.ranking.rebuilding;

import dev.sagamart.ranking.rebuilding.Rebuild.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code rebuild}, in which no more than one is open at any time. */
@Component
class Rebuilds {
    private static final UUID NEWEST = new UUID(-1, -1);
    private static final String ALL = """
            select rebuild_id, requested_by, requested_at, started_at, ended_at, first_hour, orders, changed_sums, problem,
                case when ended_at is null then case when started_at is null then 'WAITING' else 'RUNNING' end
                    when problem is null then 'DONE' else 'FAILED' end as status
            from rebuild\s""";

    private final JdbcClient jdbc;
    private final Clock clock;

    Rebuilds(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return false if there is an open one already */
    boolean request(UUID id, String by) {
        return jdbc.sql(
                                "insert into rebuild (rebuild_id, requested_by, requested_at) values (?, ?, ?) on conflict do nothing")
                        .params(id, by, now())
                        .update()
                == 1;
    }

    Optional<Rebuild> open() {
        return jdbc.sql(ALL + "where ended_at is null").query(Rebuilds::rebuild).optional();
    }

    List<Rebuild> newest(Optional<UUID> before, int limit) {
        return jdbc.sql(ALL + "where rebuild_id < ? order by rebuild_id desc limit ?")
                .params(before.orElse(NEWEST), limit)
                .query(Rebuilds::rebuild)
                .list();
    }

    void start(UUID id) {
        jdbc.sql("update rebuild set started_at = ? where rebuild_id = ?")
                .params(now(), id)
                .update();
    }

    void fail(UUID id, String problem) {
        jdbc.sql("update rebuild set ended_at = ?, problem = ? where rebuild_id = ? and ended_at is null")
                .params(now(), problem, id)
                .update();
    }

    /** @param own the connection of the rebuild: its end is in the transaction of its effect */
    void succeed(JdbcClient own, UUID id, Instant firstHour, long orders, long changedSums) {
        own.sql("update rebuild set ended_at = ?, first_hour = ?, orders = ?, changed_sums = ? where rebuild_id = ?")
                .params(now(), utc(firstHour), orders, changedSums, id)
                .update();
    }

    private OffsetDateTime now() {
        return utc(clock.instant());
    }

    private static OffsetDateTime utc(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    private static Rebuild rebuild(ResultSet row, int number) throws SQLException {
        return new Rebuild(
                row.getObject("rebuild_id", UUID.class),
                Status.valueOf(row.getString("status")),
                row.getString("requested_by"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                instant(row, "ended_at"),
                instant(row, "first_hour"),
                row.getObject("orders", Long.class),
                row.getObject("changed_sums", Long.class),
                row.getString("problem"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
