package dev.sagamart.messaging.deadletters;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which letters may be replayed; knows no broker and no database. */
final class ReplayRules {
    private final int mostReplays;
    private final Duration replayable;
    private final Clock clock;

    ReplayRules(int mostReplays, Duration replayable, Clock clock) {
        this.mostReplays = mostReplays;
        this.replayable = replayable;
        this.clock = clock;
    }

    /**
     * Judges the wanted letters, given in the order in which they would go out.
     *
     * @param related all letters of the keys of the wanted ones
     */
    List<Verdict> judge(List<ReplayableLetter> wanted, Collection<Letter> related, Map<LetterId, Decision> decisions) {
        Set<LetterId> settled = new HashSet<>(decisions.keySet());
        var verdicts = new ArrayList<Verdict>(wanted.size());
        for (ReplayableLetter candidate : wanted) {
            Letter letter = candidate.letter();
            Verdict verdict = obstacle(candidate, decisions.get(letter.id()))
                    .or(() -> inFront(letter, related, settled))
                    .orElseGet(() -> Verdict.yes(letter.id()));
            if (verdict.isYes()) {
                settled.add(letter.id());
            }
            verdicts.add(verdict);
        }
        return verdicts;
    }

    private Optional<Verdict> obstacle(ReplayableLetter candidate, @Nullable Decision decision) {
        Letter letter = candidate.letter();
        if (decision != null) {
            return Optional.of(Verdict.no(letter.id(), Obstacle.decided(decision)));
        }
        if (letter.replays() >= mostReplays) {
            return Optional.of(Verdict.no(letter.id(), Obstacle.TOO_MANY_REPLAYS));
        }
        if (letter.sentAt().isBefore(clock.instant().minus(replayable))) {
            return Optional.of(Verdict.no(letter.id(), Obstacle.TOO_OLD));
        }
        return Optional.ofNullable(candidate.unreadable()).map(why -> Verdict.unreadable(letter.id(), why));
    }

    private static Optional<Verdict> inFront(Letter letter, Collection<Letter> related, Set<LetterId> settled) {
        return related.stream()
                .filter(other -> letter.key() != null && letter.key().equals(other.key()))
                .filter(other -> other.id().partition() == letter.id().partition() && other.isBefore(letter))
                .filter(other -> !settled.contains(other.id()))
                .min(Comparator.comparingLong(Letter::firstOffset))
                .map(older -> Verdict.behind(letter.id(), older.id()));
    }
}
