package dev.sagamart.order.ordering;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sagamart.messaging.MessageJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes verdicts into the table {@code orders}, any number with one statement: a pending order gets one, never a second. */
@Component
class SettledOrders {
    private static final String SETTLE = """
            update orders set status = verdict.status, lines = coalesce(verdict.lines::jsonb, orders.lines),
                subtotal = verdict.subtotal, discount = verdict.discount, total = verdict.subtotal - verdict.discount,
                reason = verdict.reason, settled_at = ?, version = orders.version + 1
            from unnest(?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::text[])
                as verdict (order_id, status, lines, subtotal, discount, reason)
            where orders.id = verdict.order_id and orders.status = 'PENDING'
            returning orders.*""";

    /** What a verdict sets; null is what it leaves open. */
    private record Verdict(
            UUID orderId,
            OrderStatus status,
            @Nullable List<OrderLine> lines,
            @Nullable Long subtotal,
            @Nullable Long discount,
            @Nullable String reason) {

        static Verdict of(Settlement settlement) {
            return switch (settlement) {
                case Settlement.Completed completed ->
                    new Verdict(
                            completed.orderId(),
                            OrderStatus.COMPLETED,
                            completed.lines(),
                            completed.subtotal(),
                            completed.discount(),
                            null);
                case Settlement.Rejected rejected ->
                    new Verdict(rejected.orderId(), OrderStatus.REJECTED, null, null, null, rejected.reason());
            };
        }
    }

    private final JdbcTemplate jdbc;
    private final MessageJson json;

    SettledOrders(JdbcTemplate jdbc, MessageJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @throws IllegalStateException if one of them is missing, or has its verdict already */
    List<OrderView> settle(List<Settlement> settlements, Instant now) {
        List<Verdict> verdicts = settlements.stream().map(Verdict::of).toList();
        List<OrderView> settled = jdbc.query(
                SETTLE,
                (row, number) -> view(row),
                Timestamp.from(now),
                all(verdicts, UUID[]::new, Verdict::orderId),
                all(verdicts, String[]::new, verdict -> verdict.status().name()),
                all(verdicts, String[]::new, verdict -> text(verdict.lines())),
                all(verdicts, Long[]::new, Verdict::subtotal),
                all(verdicts, Long[]::new, Verdict::discount),
                all(verdicts, String[]::new, Verdict::reason));
        if (settled.size() < settlements.size()) {
            throw new IllegalStateException("an order is missing or has its verdict already, one of " + settlements);
        }
        return settled;
    }

    private static <T> T[] all(List<Verdict> verdicts, IntFunction<T[]> array, Function<Verdict, @Nullable T> column) {
        return verdicts.stream().map(column).toArray(array);
    }

    private @Nullable String text(@Nullable List<OrderLine> lines) {
        return lines == null ? null : new String(json.write(lines), UTF_8);
    }

    private OrderView view(ResultSet row) throws SQLException {
        return new OrderView(
                row.getObject("id", UUID.class),
                OrderStatus.valueOf(row.getString("status")),
                List.of(json.read(row.getString("lines").getBytes(UTF_8), OrderLine[].class)),
                row.getObject("subtotal", Long.class),
                row.getObject("discount", Long.class),
                row.getObject("total", Long.class),
                row.getObject("coupon_id", UUID.class),
                row.getString("reason"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("settled_at").toInstant());
    }
}
