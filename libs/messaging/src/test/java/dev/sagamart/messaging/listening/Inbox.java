package dev.sagamart.messaging.listening;

import dev.sagamart.messaging.Noted;
import dev.sagamart.messaging.Outgoing;
import dev.sagamart.messaging.Received;
import dev.sagamart.messaging.TestTopic;
import dev.sagamart.messaging.WireTypes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.jdbc.core.JdbcTemplate;

/** A subscription whose effect is a row per note, written in the transaction it is called in. */
class Inbox implements Subscription {
    private final TestTopic topic;
    private final JdbcTemplate jdbc;
    private final Map<String, Integer> attempts = new ConcurrentHashMap<>();

    volatile Consumer<Noted> reading = note -> {};
    volatile Function<Noted, List<Outgoing>> answering = note -> List.of();
    volatile Predicate<Noted> clashing = note -> false;
    volatile Predicate<Noted> repeatedBySender = note -> false;
    volatile UnknownTypes unknownTypes = UnknownTypes.DEAD_LETTER;
    final Map<Integer, Long> passed = new ConcurrentHashMap<>();

    Inbox(TestTopic topic, JdbcTemplate jdbc) {
        this.topic = topic;
        this.jdbc = jdbc;
    }

    @Override
    public String topic() {
        return topic.name();
    }

    @Override
    public String group() {
        return "group-of-" + topic.name();
    }

    @Override
    public WireTypes types() {
        return WireTypes.of(Noted.class);
    }

    @Override
    public UnknownTypes unknownTypes() {
        return unknownTypes;
    }

    @Override
    public boolean isRepeatedBySender(Received message) {
        return repeatedBySender.test((Noted) message.body());
    }

    @Override
    public List<Outgoing> handle(List<Received> batch) {
        jdbc.batchUpdate(
                "insert into noted (inbox, note, partition, until_commit) values (?, ?, ?, ?)",
                batch,
                batch.size(),
                (row, message) -> {
                    Noted noted = (Noted) message.body();
                    row.setString(1, topic.name());
                    row.setString(2, noted.note());
                    row.setInt(3, message.partition());
                    row.setString(4, clashing.test(noted) ? "taken" : null);
                });
        List<Noted> notes =
                batch.stream().map(message -> (Noted) message.body()).toList();
        notes.forEach(note -> attempts.merge(note.note(), 1, Integer::sum));
        notes.forEach(reading);
        return notes.stream().flatMap(note -> answering.apply(note).stream()).toList();
    }

    @Override
    public void passed(Map<Integer, Long> next) {
        passed.putAll(next);
    }

    /** The notes whose effect was committed, in the order of the effects. */
    List<String> notes() {
        return jdbc.queryForList("select note from noted where inbox = ? order by id", String.class, topic.name());
    }

    int transactions() {
        return jdbc.queryForObject("select count(distinct tx) from noted where inbox = ?", Integer.class, topic.name());
    }

    int attempts(String note) {
        return attempts.getOrDefault(note, 0);
    }
}
