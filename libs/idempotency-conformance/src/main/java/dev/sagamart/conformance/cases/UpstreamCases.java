package dev.sagamart.conformance.cases;

import static dev.sagamart.conformance.subject.Fault.UPSTREAM_KILL;
import static dev.sagamart.conformance.subject.Fault.UPSTREAM_PAUSE;
import static dev.sagamart.conformance.subject.Fault.UPSTREAM_RESUME;
import static dev.sagamart.conformance.subject.Fault.UPSTREAM_START;

import dev.sagamart.conformance.http.Answer;
import dev.sagamart.conformance.http.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The service that does the work is slow, or away. */
final class UpstreamCases {
    static final List<Case> ALL = List.of(
            Case.of(
                            "slow-upstream",
                            "while the work takes longer than the lease, duplicates have to wait or time out; then one effect",
                            UpstreamCases::slow)
                    .needing(UPSTREAM_PAUSE),
            Case.of(
                            "upstream-away",
                            "a write that cannot be done is refused with 5xx, and its key is free: a retry does it once",
                            UpstreamCases::away)
                    .needing(UPSTREAM_KILL),
            Case.of(
                            "upstream-killed-while-processing",
                            "a write whose outcome is unknown has one effect when it is retried",
                            trial -> Retry.whileProcessing(trial, UPSTREAM_KILL, UPSTREAM_START))
                    .needing(UPSTREAM_PAUSE, UPSTREAM_KILL));

    private UpstreamCases() {}

    private static String slow(Trial trial) {
        User user = trial.user();
        Effect effect = trial.effect(user);
        Request write = trial.write(user, Trial.key());
        trial.cause(UPSTREAM_PAUSE);
        Later first = Later.inTheWorks(trial, write);
        Tally meanwhile = new Tally(duplicatesBeyondLease(trial, write));
        trial.cause(UPSTREAM_RESUME);

        Answer last = trial.judge().is(trial.profile().write().outcome(), trial.insist(write), "retry");
        first.answer();
        effect.expect(1);
        return meanwhile + ", then " + last.status() + ", one effect";
    }

    private static List<Answer> duplicatesBeyondLease(Trial trial, Request write) {
        Duration lease = trial.profile().lease();
        long end = System.nanoTime() + lease.plus(lease.dividedBy(4)).toNanos();
        List<Answer> answers = new ArrayList<>();
        while (System.nanoTime() < end) {
            Answer duplicate = trial.send(write);
            if (!isNotYet(trial, duplicate)) {
                throw new Failed("while nobody could have done it: " + duplicate);
            }
            answers.add(duplicate);
            Patience.pause(lease.dividedBy(20));
        }
        return answers;
    }

    /** Told to wait, to slow down, or that it took too long. */
    private static boolean isNotYet(Trial trial, Answer answer) {
        return trial.profile().inProgress().is(answer)
                || answer.status() == 0
                || answer.status() == 429
                || answer.status() >= 500;
    }

    private static String away(Trial trial) {
        User user = trial.user();
        Effect effect = trial.effect(user);
        Request write = trial.write(user, Trial.key());
        trial.cause(UPSTREAM_KILL);
        Answer refused = trial.send(write);
        trial.cause(UPSTREAM_START);

        if (refused.status() < 500) {
            throw new Failed("while the service was away: " + refused);
        }
        Answer done = trial.judge().is(trial.profile().write().outcome(), trial.insist(write), "retry");
        effect.expect(1);
        return refused.status() + ", then " + done.status() + ", one effect";
    }
}
