package dev.sagamart.conformance.cases;

import static dev.sagamart.conformance.subject.Fault.UPSTREAM_PAUSE;
import static dev.sagamart.conformance.subject.Fault.UPSTREAM_RESUME;

import dev.sagamart.conformance.http.Answer;
import dev.sagamart.conformance.http.Header;
import dev.sagamart.conformance.http.Request;
import dev.sagamart.conformance.http.Wire;
import java.time.Duration;
import java.util.List;

/** A client that is gone before its answer. */
final class HangUpCases {
    private static final int MISSING_BYTES = 10;

    static final List<Case> ALL = List.of(
            Case.of(
                    "hang-up-after-sending",
                    "a client that hangs up after its request gets the answer when it asks again: one effect",
                    HangUpCases::afterSending),
            Case.of(
                            "hang-up-while-processing",
                            "the work goes on without the client, and its answer is kept: a replay, one effect",
                            HangUpCases::whileProcessing)
                    .needing(UPSTREAM_PAUSE),
            Case.of(
                    "hang-up-while-sending",
                    "half a request is none: no effect, and the key is free",
                    HangUpCases::whileSending));

    private HangUpCases() {}

    private static String afterSending(Trial trial) {
        User user = trial.user();
        Effect effect = trial.effect(user);
        Request write = trial.write(user, Trial.key());
        send(trial, write, 0).close();

        Answer retry = trial.judge().is(trial.profile().write().outcome(), trial.insist(write), "retry");
        trial.judge().isReplay(retry, trial.send(write), "retry of the retry");

        effect.expect(1);
        return retry.status() + " for the retry, one effect";
    }

    private static String whileProcessing(Trial trial) {
        User user = trial.user();
        Effect effect = trial.effect(user);
        Request write = trial.write(user, Trial.key());
        trial.cause(UPSTREAM_PAUSE);
        long begin = System.nanoTime();
        tearFirst(trial, send(trial, write, 0), send(trial, write, 0));
        trial.cause(UPSTREAM_RESUME);
        requireInTime(trial, Duration.ofNanos(System.nanoTime() - begin));

        effect.expect(1);
        Answer retry = trial.judge().is(trial.profile().write().outcome(), trial.insist(write), "retry");
        trial.judge().isMarkedReplay(retry, "retry");
        effect.expect(1);
        return retry.status() + " replayed, one effect";
    }

    private static String whileSending(Trial trial) {
        User user = trial.user();
        Effect effect = trial.effect(user);
        Request write = trial.write(user, Trial.key());
        send(trial, write, MISSING_BYTES).tear();
        effect.expect(0);

        Answer whole = trial.judge().isFirst(trial.send(write), "whole request");
        effect.expect(1);
        return whole.status() + " for the whole request, one effect";
    }

    /** When the API has given up waiting for the work, there is no answer that it could keep. */
    private static void requireInTime(Trial trial, Duration paused) {
        long limit = trial.profile().number("work-limit-millis", Integer.MAX_VALUE);
        if (paused.toMillis() > limit) {
            throw new Skipped("the hooks took " + paused.toMillis() + " ms, longer than the work may take");
        }
    }

    private static void tearFirst(Trial trial, Wire one, Wire other) {
        Later toOne = Later.of(one::answer);
        Later first = Later.firstOf(trial, toOne, Later.of(other::answer));
        (first == toOne ? one : other).tear();
        (first == toOne ? other : one).close();
    }

    /** @param missing how many bytes are announced and never come */
    private static Wire send(Trial trial, Request write, int missing) {
        int length = write.body().length + missing;
        return trial.wire()
                .head(write, new Header("Content-Length", Integer.toString(length)))
                .bytes(write.body());
    }
}
