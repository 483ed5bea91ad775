package dev.sagamart.messaging.deadletters;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts letters aside for good. */
public final class DiscardLetters {
    private static final Logger log = LoggerFactory.getLogger(DiscardLetters.class);

    private final LetterBox box;
    private final Decisions decisions;

    DiscardLetters(LetterBox box, Decisions decisions) {
        this.box = box;
        this.decisions = decisions;
    }

    /**
     * Discards all of them or, if something was decided about one before, none; to be called in a transaction.
     *
     * @throws NoSuchLetter if one is not there
     */
    public List<Verdict> discard(String topic, Set<LetterId> ids, String operator, String reason) {
        decisions.lock(topic);
        Map<LetterId, Letter> letters = box.get(topic, ids, Letter::of);
        Map<LetterId, Decision> decided = decisions.of(topic, letters.values());
        List<Verdict> verdicts =
                ids.stream().sorted().map(id -> verdict(id, decided)).toList();
        if (decided.isEmpty()) {
            decisions.add(topic, letters.values(), Action.DISCARD, operator, reason);
            log.info("{} discards {} of {}: {}", operator, ids, topic, reason);
        }
        return verdicts;
    }

    private static Verdict verdict(LetterId id, Map<LetterId, Decision> decided) {
        Decision decision = decided.get(id);
        return decision == null ? Verdict.yes(id) : Verdict.no(id, Obstacle.decided(decision));
    }
}
