package dev.sagamart.ranking.sales;

import dev.sagamart.messaging.Received;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code consumed_offset}. One that is too low does no harm: what is read again is not counted again. */
@Component
class ConsumedOffsets {
    private static final String ADVANCE = """
            insert into consumed_offset (topic, partition, next_offset)
            select :topic, * from unnest(:partitions::int[], :offsets::bigint[])
            on conflict (topic, partition) do update set next_offset = excluded.next_offset""";

    private final JdbcClient jdbc;

    ConsumedOffsets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void advance(String topic, List<Received> batch) {
        var next = new TreeMap<Integer, Long>();
        batch.forEach(message -> next.merge(message.partition(), message.offset() + 1, Math::max));
        jdbc.sql(ADVANCE)
                .param("topic", topic)
                .param("partitions", next.keySet().toArray(Integer[]::new))
                .param("offsets", next.values().toArray(Long[]::new))
                .update();
    }

    Map<Integer, Long> next(String topic, Collection<Integer> partitions) {
        return jdbc
                .sql("""
                        select partition, next_offset from consumed_offset
                        where topic = :topic and partition = any (:partitions)""")
                .param("topic", topic)
                .param("partitions", partitions.toArray(Integer[]::new))
                .query((row, number) -> Map.entry(row.getInt(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
