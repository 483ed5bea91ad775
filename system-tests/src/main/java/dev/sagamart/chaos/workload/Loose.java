package dev.sagamart.chaos.workload;

import dev.sagamart.chaos.history.Certainty;
import dev.sagamart.chaos.history.Kind;
import dev.sagamart.chaos.history.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** The ends that the last round ties up: what nobody knows yet, and a sample of what is known. */
final class Loose {
    private static final int SAMPLE = 200;

    private final RandomGenerator random;
    private final List<Outcome> unknown = new ArrayList<>();
    private final List<Outcome> known = new ArrayList<>();
    private int seen;

    Loose(RandomGenerator random) {
        this.random = random;
    }

    synchronized void add(Outcome outcome) {
        if (outcome.operation().kind().isRead()) {
            return;
        }
        if (!outcome.isKnown()) {
            unknown.add(outcome);
        } else if (outcome.certainty() == Certainty.OK && outcome.operation().kind() != Kind.OTHER_BODY) {
            sample(outcome);
        }
    }

    /** Each has the same chance to be kept, however many there are. */
    private void sample(Outcome outcome) {
        seen++;
        if (known.size() < SAMPLE) {
            known.add(outcome);
        } else if (random.nextInt(seen) < SAMPLE) {
            known.set(random.nextInt(SAMPLE), outcome);
        }
    }

    synchronized List<Outcome> unknown() {
        return List.copyOf(unknown);
    }

    synchronized List<Outcome> sample() {
        return List.copyOf(known);
    }
}
