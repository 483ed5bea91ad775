package dev.sagamart.messaging.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code dead_letter_replay}: replays that the broker may not have yet. */
final class Replays {
    private static final String ADD = """
            insert into dead_letter_replay (topic, partition, letter_offset, position, written_at, decided_at, key,
                header_names, header_values, value)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String NEXT = """
            select * from dead_letter_replay where topic = ? and partition = ?
            order by position, letter_offset limit ? for update""";
    private static final String DELETE =
            "delete from dead_letter_replay where topic = ? and partition = ? and letter_offset = ? and written_at = ?";
    private static final String LEFT =
            "select distinct topic, partition from dead_letter_replay where decided_at < ? order by topic, partition";

    /** A record that is to go out again, and the letter it comes from. */
    record Replay(LetterId id, Timestamp writtenAt, ProducerRecord<String, byte[]> message) {}

    /** A partition with replays. */
    record Lane(String topic, int partition) {}

    private final JdbcTemplate jdbc;
    private final Clock clock;

    Replays(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(Letter letter, ProducerRecord<String, byte[]> message) {
        List<Header> headers = List.of(message.headers().toArray());
        Object[] names = headers.stream().map(it -> it.key().getBytes(UTF_8)).toArray(byte[][]::new);
        Object[] values = headers.stream().map(Header::value).toArray(byte[][]::new);
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.update(ADD, row -> {
            Connection connection = row.getConnection();
            row.setString(1, message.topic());
            row.setInt(2, letter.id().partition());
            row.setLong(3, letter.id().offset());
            row.setLong(4, letter.firstOffset());
            row.setTimestamp(5, Timestamp.from(letter.writtenAt()));
            row.setTimestamp(6, now);
            row.setBytes(7, message.key() == null ? null : message.key().getBytes(UTF_8));
            row.setArray(8, connection.createArrayOf("bytea", names));
            row.setArray(9, connection.createArrayOf("bytea", values));
            row.setBytes(10, message.value());
        });
    }

    /** The next of a partition in their order; others who want them wait. */
    List<Replay> lockNext(Lane lane, int limit) {
        return jdbc.query(NEXT, (row, number) -> replay(row), lane.topic(), lane.partition(), limit);
    }

    private static Replay replay(ResultSet row) throws SQLException {
        byte @Nullable [] key = row.getBytes("key");
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(
                row.getString("topic"),
                row.getInt("partition"),
                key == null ? null : new String(key, UTF_8),
                row.getBytes("value"));
        byte[][] names = bytes(row.getArray("header_names"));
        byte[][] values = bytes(row.getArray("header_values"));
        for (int i = 0; i < names.length; i++) {
            message.headers().add(new RecordHeader(new String(names[i], UTF_8), values[i]));
        }
        var id = new LetterId(row.getInt("partition"), row.getLong("letter_offset"));
        return new Replay(id, row.getTimestamp("written_at"), message);
    }

    private static byte[][] bytes(Array array) throws SQLException {
        return (byte[][]) array.getArray();
    }

    void delete(Replay sent) {
        jdbc.update(
                DELETE, sent.message().topic(), sent.id().partition(), sent.id().offset(), sent.writtenAt());
    }

    /** Where there are replays that were decided some time ago. */
    List<Lane> leftBehind(Duration patience) {
        return jdbc.query(
                LEFT,
                (row, number) -> new Lane(row.getString("topic"), row.getInt("partition")),
                Timestamp.from(clock.instant().minus(patience)));
    }
}
