package dev.sagamart.conformance.cases;

import static dev.sagamart.conformance.subject.Fault.STORE_FLUSH;
import static dev.sagamart.conformance.subject.Fault.STORE_KILL;
import static dev.sagamart.conformance.subject.Fault.STORE_PAUSE;
import static dev.sagamart.conformance.subject.Fault.STORE_RESUME;
import static dev.sagamart.conformance.subject.Fault.STORE_START;
import static dev.sagamart.conformance.subject.Fault.UPSTREAM_PAUSE;
import static dev.sagamart.conformance.subject.Fault.UPSTREAM_RESUME;

import dev.sagamart.conformance.http.Answer;
import dev.sagamart.conformance.http.Request;
import dev.sagamart.conformance.subject.Fault;
import java.time.Duration;
import java.util.List;

/** The store of keys hangs, dies, or loses everything. */
final class StoreCases {
    private static final Duration BETWEEN_FLUSHES = Duration.ofMillis(5);

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
                            StoreCases::restarted)
                    .needing(STORE_KILL),
            Case.of(
                            "store-flushed",
                            "when the store has lost everything, the same request gets the same answer: one effect",
                            StoreCases::flushed)
                    .needing(STORE_FLUSH),
            Case.of(
                            "store-flushed-amid-duplicates",
                            "when the store loses everything again and again amid duplicates: one effect, one answer",
                            StoreCases::flushedAmidDuplicates)
                    .needing(STORE_FLUSH),
            Case.of(
                            "store-flushed-while-processing",
                            "who has lost the key and gives up does not free it for others: they have to wait, one effect",
                            StoreCases::flushedWhileProcessing)
                    .needing(STORE_FLUSH, UPSTREAM_PAUSE));

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

    private static String restarted(Trial trial) {
        return sameAfter(trial, STORE_KILL, STORE_START);
    }

    private static String flushed(Trial trial) {
        return sameAfter(trial, STORE_FLUSH);
    }

    private static String sameAfter(Trial trial, Fault... faults) {
        User user = trial.user();
        Effect effect = trial.effect(user);
        Request write = trial.write(user, Trial.key());
        Answer first = trial.judge().isFirst(trial.send(write), "first");
        for (Fault fault : faults) {
            trial.cause(fault);
        }

        trial.judge().saysSame(first, trial.insist(write), "retry");
        effect.expect(1);
        return first.status() + " twice, one effect";
    }

    private static String flushedAmidDuplicates(Trial trial) throws InterruptedException {
        int all = trial.profile().number("crowd.duplicates", 200);
        User user = trial.user();
        Effect effect = trial.effect(user);
        Request write = trial.write(user, Trial.key());
        int flushes = 1;
        Tally tally;
        trial.cause(STORE_FLUSH);
        try (var crowd = new Crowd(trial, write, all, 2 * all)) {
            while (!crowd.isServed()) {
                trial.cause(STORE_FLUSH);
                flushes++;
                Patience.pause(BETWEEN_FLUSHES);
            }
            tally = crowd.tally();
        }

        Answer first = tally.only(trial.profile());
        trial.judge().saysSame(first, trial.insist(write), "afterwards");
        effect.expect(1);
        return tally + " amid " + flushes + " flushes, one effect";
    }

    private static String flushedWhileProcessing(Trial trial) {
        User user = trial.user();
        Effect effect = trial.effect(user);
        Request write = trial.write(user, Trial.key());
        trial.cause(UPSTREAM_PAUSE);
        Later first = Later.send(trial, write);
        trial.untilInProgress(write);
        Patience.pause(trial.profile().lease().dividedBy(5));
        trial.cause(STORE_FLUSH);
        Later second = Later.send(trial, write);
        trial.untilInProgress(write);
        Answer gaveUp = first.answer();
        Answer third = trial.judge().is(trial.profile().inProgress(), trial.send(write), "while the second waits");
        trial.cause(UPSTREAM_RESUME);

        Answer done = trial.judge().is(trial.profile().write().outcome(), trial.insist(write), "retry");
        second.answer();
        effect.expect(1);
        return (gaveUp.status() == 0 ? "no answer" : gaveUp.status()) + " for the first, " + third.status()
                + " for the third, then " + done.status() + ", one effect";
    }
}
