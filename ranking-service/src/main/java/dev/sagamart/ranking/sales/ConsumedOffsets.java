package dev.sagamart.ranking.sales;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code consumed_offset}. One that is too low does no harm: what is read again is not counted again. */
@Component
class ConsumedOffsets {
    private static final String ADVANCE = """
            insert into consumed_offset as known (topic, partition, next_offset, complete_until)
            select :topic, * from unnest(:partitions::int[], :offsets::bigint[], :times::timestamptz[])
            on conflict (topic, partition) do update set next_offset = excluded.next_offset,
                complete_until = greatest(known.complete_until, excluded.complete_until)""";

    private static final String COMPLETE = """
            update consumed_offset as known set complete_until = greatest(known.complete_until, :moment)
            from (select topic, partition from consumed_offset
                where topic = :topic and partition = any (:partitions) order by partition for update) as locked
            where known.topic = locked.topic and known.partition = locked.partition""";

    private final JdbcClient jdbc;

    ConsumedOffsets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Goes on to these places, each with the time of the newest order before it if there was one in between. */
    void advance(String topic, Map<Integer, Reached> places) {
        var inOrder = new TreeMap<>(places);
        jdbc.sql(ADVANCE)
                .param("topic", topic)
                .param("partitions", inOrder.keySet().toArray(Integer[]::new))
                .param("offsets", inOrder.values().stream().map(Reached::next).toArray(Long[]::new))
                .param(
                        "times",
                        inOrder.values().stream().map(ConsumedOffsets::time).toArray(String[]::new))
                .update();
    }

    private static @Nullable String time(Reached place) {
        return place.completeUntil() == null ? null : place.completeUntil().toString();
    }

    /** Notes that these partitions were counted to their end at a moment. */
    void complete(String topic, Collection<Integer> partitions, Instant moment) {
        jdbc.sql(COMPLETE)
                .param("topic", topic)
                .param("partitions", partitions.toArray(Integer[]::new))
                .param("moment", OffsetDateTime.ofInstant(moment, ZoneOffset.UTC))
                .update();
    }

    /** The places on all partitions of which anything was ever counted. */
    Map<Integer, Reached> reached(String topic) {
        return jdbc
                .sql("select partition, next_offset, complete_until from consumed_offset where topic = :topic")
                .param("topic", topic)
                .query((row, number) -> {
                    OffsetDateTime until = row.getObject(3, OffsetDateTime.class);
                    return Map.entry(
                            row.getInt(1), new Reached(row.getLong(2), until == null ? null : until.toInstant()));
                })
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Where to go on reading. Of a partition that is not in the table nothing is counted, so it is read from its
     * beginning, whatever the broker remembers of an earlier life of this database.
     */
    Map<Integer, Long> next(String topic, Collection<Integer> partitions) {
        Map<Integer, Reached> reached = reached(topic);
        return partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> {
            Reached place = reached.get(partition);
            return place == null ? 0 : place.next();
        }));
    }
}
