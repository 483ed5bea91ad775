package dev.sagamart.order.checkout;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sagamart.messaging.MessageJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Looks sagas up with all that happened to them. */
@Component
public class FindCheckouts {
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final String ONE = "select * from checkout where order_id = ?";
    /** The ids come from the index of what has not ended, however many sagas have. */
    private static final String PAGE = """
            with wanted as materialized (
                select order_id from checkout
                where due_at is not null and case ?
                    when 'DUE' then due_at <= ?
                    when 'RETRYING' then attempts > 0
                    when 'STUCK' then state = 'COMPENSATING' and attempts >= ?
                    else true end)
            select * from checkout
            where order_id = any (array(select order_id from wanted where order_id > ? order by order_id limit ?))
            order by order_id""";

    private final JdbcTemplate jdbc;
    private final MessageJson json;
    private final CheckoutProperties properties;
    private final Clock clock;

    FindCheckouts(JdbcTemplate jdbc, MessageJson json, CheckoutProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.properties = properties;
        this.clock = clock;
    }

    public Optional<CheckoutView> of(UUID orderId) {
        return jdbc.query(ONE, (row, number) -> read(row), orderId).stream().findFirst();
    }

    /** The oldest that have not ended. */
    public List<CheckoutView> oldest(CheckoutFilter filter, @Nullable UUID after, int limit) {
        return jdbc.query(
                PAGE,
                (row, number) -> read(row),
                filter.name(),
                Timestamp.from(clock.instant()),
                properties.stuckAfter(),
                after == null ? BEFORE_ALL : after,
                limit);
    }

    private CheckoutView read(ResultSet row) throws SQLException {
        Checkout checkout = json.read(row.getString("document").getBytes(UTF_8), Checkout.class);
        int attempts = row.getInt("attempts");
        Instant createdAt = row.getTimestamp("created_at").toInstant();
        var repeats = new Repeats(attempts, instant(row, "first_repeat_at"), instant(row, "last_repeat_at"));
        String journal = row.getString("journal") + Journal.repeats(repeats);
        return new CheckoutView(
                checkout.orderId(),
                checkout.userId(),
                checkout.state(),
                checkout.outstanding(),
                checkout.reason(),
                attempts,
                checkout.state() == CheckoutState.COMPENSATING && attempts >= properties.stuckAfter(),
                createdAt,
                row.getTimestamp("updated_at").toInstant(),
                instant(row, "due_at"),
                row.getTimestamp("deadline").toInstant(),
                JournalReader.read(checkout, createdAt, journal));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
