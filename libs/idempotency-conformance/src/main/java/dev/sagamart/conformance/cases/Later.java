package dev.sagamart.conformance.cases;

import dev.sagamart.conformance.http.Answer;
import dev.sagamart.conformance.http.Request;
import dev.sagamart.conformance.subject.Outcome;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** An answer that is still to come. */
final class Later {
    private final CompletableFuture<Answer> answer;

    private Later(CompletableFuture<Answer> answer) {
        this.answer = answer;
    }

    static Later of(Supplier<Answer> source) {
        return new Later(
                CompletableFuture.supplyAsync(source, task -> Thread.ofVirtual().start(task)));
    }

    /**
     * Sends a request twice while nobody can do it, so that one is told that the other is being worked on.
     *
     * @return the other
     */
    static Later inTheWorks(Trial trial, Request request) {
        Later one = of(() -> trial.send(request));
        Patience.pause(Patience.MOMENT);
        return firstOf(trial, one, of(() -> trial.send(request)));
    }

    /** Of the same request sent twice, the one that is being worked on: which that is, is not for us to say. */
    static Later firstOf(Trial trial, Later one, Later other) {
        Outcome inProgress = trial.profile().inProgress();
        if (!Patience.within(trial.profile().lease(), () -> one.is(inProgress) || other.is(inProgress))) {
            throw new Failed("neither of two requests was told that the other is in progress");
        }
        return one.is(inProgress) ? other : one;
    }

    private boolean is(Outcome outcome) {
        return answer.isDone() && outcome.is(answer.join());
    }

    Answer answer() {
        return answer.join();
    }
}
