package dev.sagamart.messaging.deadletters;

import dev.sagamart.messaging.deadletters.Replays.Lane;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sends letters once more: to the topic they came from, with the key and the partition they had. The decision and the
 * record are written in one transaction; the record goes out after its commit and is forgotten when the broker has it.
 */
public final class ReplayLetters {
    private static final Logger log = LoggerFactory.getLogger(ReplayLetters.class);

    private final ReplayableLetters letters;
    private final ReplayRules rules;
    private final Decisions decisions;
    private final Replays replays;
    private final ReplaySender sender;

    ReplayLetters(
            ReplayableLetters letters, ReplayRules rules, Decisions decisions, Replays replays, ReplaySender sender) {
        this.letters = letters;
        this.rules = rules;
        this.decisions = decisions;
        this.replays = replays;
        this.sender = sender;
    }

    /**
     * Tells what would happen.
     *
     * @throws NoSuchLetter if one is not there
     * @throws TooMuchAtOnce if they are too large together
     */
    public List<Verdict> attempt(String topic, Set<LetterId> ids) {
        return judge(topic, letters.get(topic, ids));
    }

    /**
     * Replays all of them or, if one cannot be replayed, none; in the order in which they failed.
     *
     * @throws IllegalStateException if there is no transaction
     * @throws NoSuchLetter if one is not there
     * @throws TooMuchAtOnce if they are too large together
     */
    public List<Verdict> replay(String topic, Set<LetterId> ids, String operator, @Nullable String reason) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a replay needs a transaction");
        }
        decisions.lock(topic);
        List<ReplayableLetter> wanted = letters.get(topic, ids);
        List<Verdict> verdicts = judge(topic, wanted);
        if (verdicts.stream().allMatch(Verdict::isYes)) {
            decisions.add(topic, lettersOf(wanted), Action.REPLAY, operator, reason);
            wanted.forEach(one -> replays.add(one.letter(), one.message()));
            sendAfterCommit(wanted);
            log.info("{} replays {} of {}: {}", operator, ids, topic, reason);
        }
        return verdicts;
    }

    private List<Verdict> judge(String topic, List<ReplayableLetter> wanted) {
        List<Letter> related = letters.related(topic, wanted);
        var all = new HashSet<>(lettersOf(wanted));
        all.addAll(related);
        return rules.judge(wanted, related, decisions.of(topic, all));
    }

    private static List<Letter> lettersOf(Collection<ReplayableLetter> wanted) {
        return wanted.stream().map(ReplayableLetter::letter).toList();
    }

    private void sendAfterCommit(List<ReplayableLetter> wanted) {
        Set<Lane> lanes = wanted.stream()
                .map(one -> new Lane(one.message().topic(), one.letter().id().partition()))
                .collect(Collectors.toSet());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                Thread.ofVirtual().name("dead-letter-replay").start(() -> sender.send(lanes));
            }
        });
    }
}
