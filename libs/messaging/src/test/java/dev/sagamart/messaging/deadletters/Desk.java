package dev.sagamart.messaging.deadletters;

import dev.sagamart.messaging.MessageCodec;
import dev.sagamart.messaging.Publisher;
import dev.sagamart.messaging.TestServers;
import dev.sagamart.messaging.TestTopic;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The desk of one topic, with a publisher of the test's choice. */
class Desk {
    final String topic;
    final ListLetters list;
    final OpenLetter open;
    final ReplaySender sender;
    final OpenLetterCount count;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private final ReplayLetters replay;
    private final DiscardLetters discard;
    private final TransactionTemplate transactions;

    Desk(Reader reader, JdbcTemplate jdbc, MessageCodec codec, Publisher publisher, TransactionTemplate transactions) {
        var topics = new DeskTopics(List.of(reader));
        var letters = new LetterReader(
                new LetterConsumers(Map.of("bootstrap.servers", TestServers.KAFKA.bootstrapServers()), 10_000),
                Duration.ofSeconds(10));
        var box = new LetterBox(letters);
        var decisions = new Decisions(jdbc, Clock.systemUTC());
        var replays = new Replays(jdbc, Clock.systemUTC());
        this.topic = reader.topic();
        this.transactions = transactions;
        this.list = new ListLetters(letters, decisions);
        this.open = new OpenLetter(box, decisions);
        this.sender = new ReplaySender(replays, publisher, transactions, Duration.ZERO);
        this.replay = new ReplayLetters(
                new ReplayableLetters(box, topics, codec, 2 << 20),
                new ReplayRules(3, Duration.ofDays(7), Clock.systemUTC()),
                decisions,
                replays,
                sender);
        this.discard = new DiscardLetters(box, decisions);
        this.count = new OpenLetterCount(topics, letters, decisions, meters);
    }

    List<Verdict> attempt(LetterId... ids) {
        return replay.attempt(topic, set(ids));
    }

    List<Verdict> replay(LetterId... ids) {
        return transactions.execute(status -> replay.replay(topic, set(ids), "operator", "repaired"));
    }

    /** Decides, and then everything else of the transaction fails. */
    List<Verdict> replayAndRollBack(LetterId... ids) {
        return transactions.execute(status -> {
            status.setRollbackOnly();
            return replay.replay(topic, set(ids), "operator", "repaired");
        });
    }

    List<Verdict> replayWithoutTransaction(LetterId... ids) {
        return replay.replay(topic, set(ids), "operator", "repaired");
    }

    List<Verdict> discard(LetterId... ids) {
        return transactions.execute(status -> discard.discard(topic, set(ids), "operator", "of no use"));
    }

    LetterState state(LetterId id) {
        return open.open(topic, id).state();
    }

    static LetterId idOf(TestTopic topic, int number) {
        var letter = topic.deadLetters().get(number);
        return new LetterId(letter.partition(), letter.offset());
    }

    private static Set<LetterId> set(LetterId... ids) {
        return new LinkedHashSet<>(Arrays.asList(ids));
    }
}
