package dev.sagamart.conformance.cases;

import dev.sagamart.conformance.http.Answer;
import dev.sagamart.conformance.http.Request;

/** Whether the API works as well as it did before it was disturbed. */
final class Health {
    private static final int IN_A_ROW = 4;

    private final Trial trial;
    private boolean disturbed;
    private boolean replays;

    Health(Trial trial) {
        this.trial = trial;
    }

    /** To be called before something is disturbed. */
    void note() {
        if (!disturbed) {
            replays = trial.judge().isMarked(pair().again());
            disturbed = true;
        }
    }

    /** Returns when writes and replays work again; circuit breakers may take a while. */
    void await() {
        if (disturbed && !Patience.within(trial.profile().patience(), this::isGood)) {
            throw new Failed("the API did not recover from what was done to it");
        }
    }

    private boolean isGood() {
        for (int count = 0; count < IN_A_ROW; count++) {
            Pair pair = pair();
            if (!trial.profile().write().outcome().is(pair.first())
                    || trial.judge().isDegraded(pair.first())
                    || (replays && !trial.judge().isMarked(pair.again()))) {
                return false;
            }
        }
        return true;
    }

    private Pair pair() {
        Request write = trial.write(trial.user(), Trial.key());
        return new Pair(trial.send(write), trial.send(write));
    }

    private record Pair(Answer first, Answer again) {}
}
