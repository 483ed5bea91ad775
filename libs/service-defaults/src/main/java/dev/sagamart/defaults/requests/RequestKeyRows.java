package dev.sagamart.defaults.requests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code request_key}. */
final class RequestKeyRows {
    private static final String INSERT = """
            insert into request_key (user_id, operation, key, fingerprint, resource_id, created_at)
            values (?, ?, ?, ?, ?, ?) on conflict do nothing""";
    private static final String FIND = """
            select fingerprint, resource_id, status, location, body from request_key
            where user_id = ? and operation = ? and key = ?""";
    private static final String COMPLETE = """
            update request_key set status = ?, location = ?, body = ?
            where user_id = ? and operation = ? and key = ?""";

    private final JdbcTemplate jdbc;
    private final Clock clock;

    RequestKeyRows(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return false if the key is taken; waits for a transaction that is about to take it */
    boolean insert(RequestKey key, byte[] fingerprint, @Nullable UUID resource) {
        return jdbc.update(
                        INSERT,
                        key.userId(),
                        key.operation(),
                        key.value(),
                        fingerprint,
                        resource,
                        Timestamp.from(clock.instant()))
                == 1;
    }

    RequestKeyRow find(RequestKey key) {
        return Objects.requireNonNull(
                jdbc.queryForObject(FIND, (row, number) -> read(row), key.userId(), key.operation(), key.value()));
    }

    private static RequestKeyRow read(ResultSet row) throws SQLException {
        Integer status = row.getObject("status", Integer.class);
        StoredAnswer answer =
                status == null ? null : new StoredAnswer(status, row.getString("location"), row.getString("body"));
        return new RequestKeyRow(row.getBytes("fingerprint"), row.getObject("resource_id", UUID.class), answer);
    }

    void complete(RequestKey key, StoredAnswer answer) {
        jdbc.update(
                COMPLETE,
                answer.status(),
                answer.location(),
                answer.body(),
                key.userId(),
                key.operation(),
                key.value());
    }
}
