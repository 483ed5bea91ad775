package dev.sagamart.messaging.deadletters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code dead_letter_decision}. */
final class Decisions {
    private static final String FIND = """
            select partition, letter_offset, written_at, action, decided_by, decided_at, reason
            from dead_letter_decision
            join unnest(?::int[], ?::bigint[]) as wanted (p, o) on partition = p and letter_offset = o
            where topic = ?""";
    private static final String ADD = """
            insert into dead_letter_decision
                (topic, partition, letter_offset, written_at, action, decided_by, decided_at, reason)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String COUNT = """
            select count(*) from dead_letter_decision where topic = ? and partition = ? and letter_offset >= ?
            and letter_offset < ?""";

    /** Decisions about a topic are made one after the other, or two operators would not see each other's. */
    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtextextended(?, 0))";

    private record Row(LetterId id, Instant writtenAt, Decision decision) {}

    private final JdbcTemplate jdbc;
    private final Clock clock;

    Decisions(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void lock(String topic) {
        jdbc.query(ONE_AT_A_TIME, row -> {}, "dead letters of " + topic);
    }

    /** The decisions about these letters, as far as there are any. */
    Map<LetterId, Decision> of(String topic, Collection<Letter> letters) {
        var written = new HashMap<LetterId, Instant>();
        letters.forEach(letter -> written.put(letter.id(), letter.writtenAt()));
        var found = new HashMap<LetterId, Decision>();
        Object[] partitions = letters.stream().map(it -> it.id().partition()).toArray();
        Object[] offsets = letters.stream().map(it -> it.id().offset()).toArray();
        jdbc.query(
                FIND,
                statement -> {
                    statement.setArray(1, statement.getConnection().createArrayOf("int", partitions));
                    statement.setArray(2, statement.getConnection().createArrayOf("bigint", offsets));
                    statement.setString(3, topic);
                },
                (ResultSet row) -> add(read(row), written, found));
        return found;
    }

    private static void add(Row row, Map<LetterId, Instant> written, Map<LetterId, Decision> found) {
        if (row.writtenAt().equals(written.get(row.id()))) {
            found.put(row.id(), row.decision());
        }
    }

    private static Row read(ResultSet row) throws SQLException {
        var decision = new Decision(
                Action.valueOf(row.getString("action")),
                row.getString("decided_by"),
                row.getTimestamp("decided_at").toInstant(),
                row.getString("reason"));
        return new Row(
                new LetterId(row.getInt("partition"), row.getLong("letter_offset")),
                row.getTimestamp("written_at").toInstant(),
                decision);
    }

    void add(String topic, Collection<Letter> letters, Action action, String operator, @Nullable String reason) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.batchUpdate(ADD, letters, Math.max(1, letters.size()), (row, letter) -> {
            row.setString(1, topic);
            row.setInt(2, letter.id().partition());
            row.setLong(3, letter.id().offset());
            row.setTimestamp(4, Timestamp.from(letter.writtenAt()));
            row.setString(5, action.name());
            row.setString(6, operator);
            row.setTimestamp(7, now);
            row.setString(8, reason);
        });
    }

    /** How many decisions there are about letters of a part of a partition. */
    long count(String topic, int partition, LetterReader.Bounds part) {
        Long count = jdbc.queryForObject(COUNT, Long.class, topic, partition, part.begin(), part.end());
        return count == null ? 0 : count;
    }
}
