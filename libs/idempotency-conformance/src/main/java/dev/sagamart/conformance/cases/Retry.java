package dev.sagamart.conformance.cases;

import static dev.sagamart.conformance.subject.Fault.UPSTREAM_PAUSE;

import dev.sagamart.conformance.http.Answer;
import dev.sagamart.conformance.http.Request;
import dev.sagamart.conformance.subject.Fault;

/** A write, faults, and the same write again until it is answered. */
final class Retry {
    private Retry() {}

    /** The first answer was heard, so the last must say the same. */
    static String afterTheAnswer(Trial trial, Fault... faults) {
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

    /** The service does not get on with the first write when the faults happen, so nobody knows what becomes of it. */
    static String whileProcessing(Trial trial, Fault... faults) {
        User user = trial.user();
        Effect effect = trial.effect(user);
        Request write = trial.write(user, Trial.key());
        trial.cause(UPSTREAM_PAUSE);
        Later first = Later.inTheWorks(trial, write);
        for (Fault fault : faults) {
            trial.cause(fault);
        }

        Answer done = trial.judge().is(trial.profile().write().outcome(), trial.insist(write), "retry");
        Answer lost = first.answer();
        effect.expect(1);
        return lost.statusInWords() + ", then " + done.status() + ", one effect";
    }
}
