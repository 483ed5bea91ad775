package dev.sagamart.order.checkout;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sagamart.messaging.MessageJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** All sagas: the table {@code checkout}. Sets of rows with one statement each, since this is the hottest table of all. */
@Repository
class Checkouts {
    private static final String INSERT = """
            insert into checkout
                (order_id, state, document, attempts, due_at, deadline, last_reply, created_at, updated_at, version)
            values (?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, 0)""";
    private static final String LOCK =
            "select * from checkout where order_id = any (?) order by order_id for no key update";
    private static final String LOCK_DUE =
            "select * from checkout where due_at <= ? order by due_at limit ? for no key update skip locked";
    private static final String UPDATE = """
            update checkout set state = ?, document = ?::jsonb, attempts = ?, due_at = ?, last_reply = ?,
                updated_at = ?, version = version + 1
            where order_id = ? and version = ?""";

    private final JdbcTemplate jdbc;
    private final MessageJson json;

    Checkouts(JdbcTemplate jdbc, MessageJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(CheckoutRow row) {
        jdbc.update(
                INSERT,
                row.checkout().orderId(),
                row.checkout().state().name(),
                document(row),
                row.attempts(),
                timestamp(row.dueAt()),
                timestamp(row.deadline()),
                row.lastReply(),
                timestamp(row.updatedAt()),
                timestamp(row.updatedAt()));
    }

    List<CheckoutRow> lock(Collection<UUID> orderIds) {
        return jdbc.query(LOCK, (row, number) -> read(row), (Object) orderIds.toArray(UUID[]::new));
    }

    /** Rows that another instance works on are passed over. */
    List<CheckoutRow> lockDue(Instant now, int limit) {
        return jdbc.query(LOCK_DUE, (row, number) -> read(row), timestamp(now), limit);
    }

    void update(List<CheckoutRow> rows) {
        int[][] counts = jdbc.batchUpdate(UPDATE, rows, Math.max(1, rows.size()), (statement, row) -> {
            statement.setString(1, row.checkout().state().name());
            statement.setString(2, document(row));
            statement.setInt(3, row.attempts());
            statement.setTimestamp(4, timestamp(row.dueAt()));
            statement.setString(5, row.lastReply());
            statement.setTimestamp(6, timestamp(row.updatedAt()));
            statement.setObject(7, row.checkout().orderId());
            statement.setInt(8, row.version());
        });
        for (int[] batch : counts) {
            for (int count : batch) {
                if (count == 0) {
                    throw new IllegalStateException("a locked saga was changed by somebody else");
                }
            }
        }
    }

    private String document(CheckoutRow row) {
        return new String(json.write(row.checkout()), UTF_8);
    }

    private CheckoutRow read(ResultSet row) throws SQLException {
        return new CheckoutRow(
                json.read(row.getString("document").getBytes(UTF_8), Checkout.class),
                row.getInt("attempts"),
                instant(row.getTimestamp("due_at")),
                row.getTimestamp("deadline").toInstant(),
                row.getString("last_reply"),
                row.getTimestamp("updated_at").toInstant(),
                row.getInt("version"));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
