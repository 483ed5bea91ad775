package dev.sagamart.conformance.cases;

import static dev.sagamart.conformance.subject.Fault.STORE_FLUSH;
import static dev.sagamart.conformance.subject.Fault.UPSTREAM_PAUSE;
import static dev.sagamart.conformance.subject.Fault.UPSTREAM_RESUME;

import dev.sagamart.conformance.http.Answer;
import dev.sagamart.conformance.http.Request;
import java.time.Duration;
import java.util.List;

/** The store of keys loses everything. */
final class FlushCases {
    private static final Duration BETWEEN_FLUSHES = Duration.ofMillis(5);

    static final List<Case> ALL = List.of(
            Case.of(
                            "store-flushed",
                            "when the store has lost everything, the same request gets the same answer: one effect",
                            trial -> Retry.afterTheAnswer(trial, STORE_FLUSH))
                    .needing(STORE_FLUSH),
            Case.of(
                            "store-flushed-amid-duplicates",
                            "when the store loses everything again and again amid duplicates: one effect, one answer",
                            FlushCases::flushedAmidDuplicates)
                    .needing(STORE_FLUSH),
            Case.of(
                            "store-flushed-while-processing",
                            "who has lost the key and gives up does not free it for others: they have to wait, one effect",
                            FlushCases::flushedWhileProcessing)
                    .needing(STORE_FLUSH, UPSTREAM_PAUSE));

    private FlushCases() {}

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
        Later first = Later.inTheWorks(trial, write);
        Patience.pause(trial.profile().lease().dividedBy(5));
        trial.cause(STORE_FLUSH);
        Later second = Later.inTheWorks(trial, write);
        Answer gaveUp = first.answer();
        Answer third = trial.judge().is(trial.profile().inProgress(), trial.send(write), "while the second waits");
        trial.cause(UPSTREAM_RESUME);

        Answer done = trial.judge().is(trial.profile().write().outcome(), trial.insist(write), "retry");
        second.answer();
        effect.expect(1);
        return gaveUp.statusInWords() + " for the first, " + third.status() + " for the third, then " + done.status()
                + ", one effect";
    }
}
