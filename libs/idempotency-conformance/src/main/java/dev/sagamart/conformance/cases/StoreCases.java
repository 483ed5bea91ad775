package dev.sagamart.conformance.cases;

import static dev.sagamart.conformance.subject.Fault.STORE_KILL;
import static dev.sagamart.conformance.subject.Fault.STORE_PAUSE;
import static dev.sagamart.conformance.subject.Fault.STORE_RESUME;
import static dev.sagamart.conformance.subject.Fault.STORE_START;

import dev.sagamart.conformance.http.Answer;
import dev.sagamart.conformance.http.Request;
import dev.sagamart.conformance.subject.Fault;
import java.util.List;

/** The store of keys hangs, or dies. */
final class StoreCases {
    static final List<Case> ALL = List.of(
            Case.of(
                            "store-paused",
                            "while the store hangs, writes still have one effect and one answer, before, in between and after",
                            trial -> away(trial, STORE_PAUSE, STORE_RESUME))
                    .needing(STORE_PAUSE),
            Case.of(
                            "store-killed",
                            "while the store is away, writes still have one effect and one answer, before, in between and after",
                            trial -> away(trial, STORE_KILL, STORE_START))
                    .needing(STORE_KILL),
            Case.of(
                            "store-restarted",
                            "after a crash of the store the same request gets the same answer: one effect",
                            trial -> Retry.afterTheAnswer(trial, STORE_KILL, STORE_START))
                    .needing(STORE_KILL));

    private StoreCases() {}

    private static String away(Trial trial, Fault fault, Fault repair) {
        User user = trial.user();
        Effect effect = trial.effect(user);
        Request early = trial.write(user, Trial.key());
        Request meanwhile = trial.write(user, Trial.key());
        Answer toEarly = trial.judge().isFirst(trial.send(early), "before");
        trial.cause(fault);
        trial.judge().saysSame(toEarly, trial.insist(early), "the one of before in between");
        Answer toMeanwhile = trial.judge().is(trial.profile().write().outcome(), trial.insist(meanwhile), "in between");
        requireDegraded(trial, toMeanwhile);
        trial.judge().saysSame(toMeanwhile, trial.insist(meanwhile), "again in between");
        trial.cause(repair);

        trial.judge().saysSame(toEarly, trial.insist(early), "the one of before afterwards");
        trial.judge().saysSame(toMeanwhile, trial.insist(meanwhile), "the one in between afterwards");
        effect.expect(2);
        return toEarly.status() + " before, " + toMeanwhile.status() + " in between, one effect each";
    }

    private static void requireDegraded(Trial trial, Answer answer) {
        if (trial.profile().degraded().isPresent() && !trial.judge().isDegraded(answer)) {
            throw new Failed("in between: without " + trial.profile().degraded().get() + ": " + answer);
        }
    }
}
