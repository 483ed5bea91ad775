package dev.sagamart.messaging.participant;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sagamart.contracts.SagaMessage;
import dev.sagamart.messaging.MessageJson;
import dev.sagamart.messaging.Uuid7;
import dev.sagamart.messaging.WireTypes;
import dev.sagamart.messaging.participant.HandledCommand.Key;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code handled_command}. */
public final class JdbcHandledCommands implements HandledCommands {
    /** Rows of younger orders are there for sure; retention keeps them longer than this. */
    public static final Duration MEMORY = Duration.ofDays(7);

    private static final String FIND = """
            select order_id, compensation, reply_type, reply from handled_command
            where step = ? and order_id = any (?)""";
    private static final String ADD = """
            insert into handled_command (order_id, step, compensation, reply_type, reply, handled_at)
            values (?, ?, ?, ?, ?, ?)""";

    private final JdbcTemplate jdbc;
    private final MessageJson json;
    private final WireTypes replies;
    private final Clock clock;

    /** @param replies the types of all replies that the participant gives */
    public JdbcHandledCommands(JdbcTemplate jdbc, MessageJson json, WireTypes replies, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.replies = replies;
        this.clock = clock;
    }

    @Override
    public List<HandledCommand> find(String step, Collection<UUID> orderIds) {
        return jdbc.query(FIND, (row, number) -> handled(row), step, orderIds.toArray(UUID[]::new));
    }

    private HandledCommand handled(ResultSet row) throws SQLException {
        String type = row.getString("reply_type");
        Class<?> reply = replies.find(type).orElseThrow(() -> new IllegalStateException("unknown reply " + type));
        var key = new Key(row.getObject("order_id", UUID.class), row.getBoolean("compensation"));
        return new HandledCommand(
                key, (SagaMessage) json.read(row.getString("reply").getBytes(UTF_8), reply));
    }

    @Override
    public boolean mayHaveForgotten(UUID orderId) {
        Instant oldest = clock.instant().minus(MEMORY);
        return Uuid7.createdAt(orderId).filter(oldest::isAfter).isPresent();
    }

    @Override
    public void add(String step, List<HandledCommand> handled) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.batchUpdate(ADD, handled, Math.max(1, handled.size()), (row, command) -> {
            row.setObject(1, command.key().orderId());
            row.setString(2, step);
            row.setBoolean(3, command.key().compensation());
            row.setString(4, WireTypes.nameOf(command.reply()));
            row.setString(5, new String(json.write(command.reply()), UTF_8));
            row.setTimestamp(6, now);
        });
    }
}
