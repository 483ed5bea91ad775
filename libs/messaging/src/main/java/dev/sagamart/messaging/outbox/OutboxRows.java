package dev.sagamart.messaging.outbox;

import dev.sagamart.messaging.Envelope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code outbox}: messages that the broker may not have yet. */
final class OutboxRows {
    private static final String INSERT = """
            insert into outbox (id, topic, key, partition, type, payload, reply_partition, traceparent, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String OLDEST = """
            select * from outbox where created_at < ? order by id limit ? for update skip locked""";

    private final JdbcTemplate jdbc;

    OutboxRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void insert(List<Envelope> messages, Instant now) {
        jdbc.batchUpdate(INSERT, messages, messages.size(), (row, message) -> {
            row.setObject(1, message.id());
            row.setString(2, message.topic());
            row.setString(3, message.key());
            row.setObject(4, message.partition());
            row.setString(5, message.type());
            row.setBytes(6, message.payload());
            row.setObject(7, message.replyPartition());
            row.setString(8, message.traceparent());
            row.setTimestamp(9, Timestamp.from(now));
        });
    }

    List<Envelope> lockOldest(Instant before, int limit) {
        return jdbc.query(OLDEST, (row, number) -> envelope(row), Timestamp.from(before), limit);
    }

    private static Envelope envelope(ResultSet row) throws SQLException {
        return new Envelope(
                row.getObject("id", UUID.class),
                row.getString("topic"),
                row.getString("key"),
                row.getObject("partition", Integer.class),
                row.getString("type"),
                row.getBytes("payload"),
                row.getObject("reply_partition", Integer.class),
                row.getString("traceparent"));
    }

    /** Nothing if no row waits. */
    Optional<Instant> oldest() {
        return Optional.ofNullable(jdbc.queryForObject("select min(created_at) from outbox", Timestamp.class))
                .map(Timestamp::toInstant);
    }

    void delete(List<UUID> ids) {
        jdbc.update("delete from outbox where id = any (?)", (Object) ids.toArray(UUID[]::new));
    }
}
