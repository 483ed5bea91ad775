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
import java.util.function.Function;
import java.util.function.IntFunction;
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
    private static final String WITHOUT_JOURNAL = """
            select document, attempts, first_repeat_at, last_repeat_at, due_at, deadline, last_reply, updated_at, version,
                ignored
            from checkout\s""";
    private static final String LOCK = WITHOUT_JOURNAL + "where order_id = any (?) order by order_id for no key update";
    private static final String LOCK_DUE =
            WITHOUT_JOURNAL + "where due_at <= ? order by due_at limit ? for no key update skip locked";
    private static final String UPDATE = """
            update checkout set state = moved.state, document = moved.document::jsonb, attempts = moved.attempts,
                due_at = moved.due_at, last_reply = moved.last_reply, updated_at = moved.updated_at,
                first_repeat_at = moved.first_repeat_at, last_repeat_at = moved.last_repeat_at, ignored = moved.ignored,
                journal = journal || moved.news, version = checkout.version + 1
            from unnest(?::uuid[], ?::int[], ?::text[], ?::text[], ?::int[], ?::timestamptz[], ?::text[],
                ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::int[], ?::text[]) as moved (order_id, version,
                state, document, attempts, due_at, last_reply, updated_at, first_repeat_at, last_repeat_at, ignored, news)
            where checkout.order_id = moved.order_id and checkout.version = moved.version""";

    private final JdbcTemplate jdbc;
    private final MessageJson json;

    Checkouts(JdbcTemplate jdbc, MessageJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(List<CheckoutRow> rows) {
        jdbc.batchUpdate(INSERT, rows, rows.size(), (statement, row) -> {
            statement.setObject(1, row.checkout().orderId());
            statement.setString(2, row.checkout().state().name());
            statement.setString(3, document(row));
            statement.setInt(4, row.repeats().count());
            statement.setTimestamp(5, timestamp(row.dueAt()));
            statement.setTimestamp(6, timestamp(row.deadline()));
            statement.setString(7, row.lastReply());
            statement.setTimestamp(8, timestamp(row.updatedAt()));
            statement.setTimestamp(9, timestamp(row.updatedAt()));
        });
    }

    List<CheckoutRow> lock(Collection<UUID> orderIds) {
        return jdbc.query(LOCK, (row, number) -> read(row), (Object) orderIds.toArray(UUID[]::new));
    }

    /** Rows that another instance works on are passed over. */
    List<CheckoutRow> lockDue(Instant now, int limit) {
        return jdbc.query(LOCK_DUE, (row, number) -> read(row), timestamp(now), limit);
    }

    void update(List<CheckoutRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        int updated = jdbc.update(
                UPDATE,
                all(rows, UUID[]::new, row -> row.checkout().orderId()),
                all(rows, Integer[]::new, CheckoutRow::version),
                all(rows, String[]::new, row -> row.checkout().state().name()),
                all(rows, String[]::new, this::document),
                all(rows, Integer[]::new, row -> row.repeats().count()),
                all(rows, String[]::new, row -> text(row.dueAt())),
                all(rows, String[]::new, CheckoutRow::lastReply),
                all(rows, String[]::new, row -> text(row.updatedAt())),
                all(rows, String[]::new, row -> text(row.repeats().first())),
                all(rows, String[]::new, row -> text(row.repeats().last())),
                all(rows, Integer[]::new, CheckoutRow::ignored),
                all(rows, String[]::new, CheckoutRow::news));
        if (updated < rows.size()) {
            throw new IllegalStateException("a locked saga was changed by somebody else");
        }
    }

    private static <T> T[] all(
            List<CheckoutRow> rows, IntFunction<T[]> array, Function<CheckoutRow, @Nullable T> column) {
        return rows.stream().map(column).toArray(array);
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private String document(CheckoutRow row) {
        return new String(json.write(row.checkout()), UTF_8);
    }

    private CheckoutRow read(ResultSet row) throws SQLException {
        return new CheckoutRow(
                json.read(row.getString("document").getBytes(UTF_8), Checkout.class),
                repeats(row),
                instant(row.getTimestamp("due_at")),
                row.getTimestamp("deadline").toInstant(),
                row.getString("last_reply"),
                row.getTimestamp("updated_at").toInstant(),
                row.getInt("version"),
                row.getInt("ignored"),
                "");
    }

    private static Repeats repeats(ResultSet row) throws SQLException {
        int count = row.getInt("attempts");
        return count == 0
                ? Repeats.NONE
                : new Repeats(
                        count,
                        instant(row.getTimestamp("first_repeat_at")),
                        instant(row.getTimestamp("last_repeat_at")));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
