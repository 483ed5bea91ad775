package dev.sagamart.conformance.cases;

import static dev.sagamart.conformance.subject.Fault.GATEWAY_KILL;
import static dev.sagamart.conformance.subject.Fault.GATEWAY_START;
import static dev.sagamart.conformance.subject.Fault.UPSTREAM_PAUSE;
import static dev.sagamart.conformance.subject.Fault.UPSTREAM_RESUME;

import dev.sagamart.conformance.http.Answer;
import dev.sagamart.conformance.http.Request;
import java.util.List;

/** The process that answers dies. */
final class GatewayCases {
    static final List<Case> ALL = List.of(
            Case.of(
                            "gateway-killed-while-processing",
                            "a crash in the middle of a write: retried until answered, it has one effect",
                            GatewayCases::whileProcessing)
                    .needing(GATEWAY_KILL, UPSTREAM_PAUSE),
            Case.of(
                            "gateway-killed-after-answering",
                            "a crash after the answer: the same request again gets the same answer, one effect",
                            GatewayCases::afterAnswering)
                    .needing(GATEWAY_KILL));

    private GatewayCases() {}

    private static String whileProcessing(Trial trial) {
        User user = trial.user();
        Effect effect = trial.effect(user);
        Request write = trial.write(user, Trial.key());
        trial.cause(UPSTREAM_PAUSE);
        Later first = Later.send(trial, write);
        trial.untilInProgress(write);
        trial.cause(GATEWAY_KILL);
        trial.cause(UPSTREAM_RESUME);
        trial.cause(GATEWAY_START);

        Answer done = trial.judge().is(trial.profile().write().outcome(), trial.insist(write), "retry");
        Answer lost = first.answer();
        effect.expect(1);
        return (lost.status() == 0 ? "no answer" : lost.status()) + ", then " + done.status() + ", one effect";
    }

    private static String afterAnswering(Trial trial) {
        User user = trial.user();
        Effect effect = trial.effect(user);
        Request write = trial.write(user, Trial.key());
        Answer first = trial.judge().isFirst(trial.send(write), "first");
        trial.cause(GATEWAY_KILL);
        trial.cause(GATEWAY_START);

        trial.judge().saysSame(first, trial.insist(write), "retry");
        effect.expect(1);
        return first.status() + " twice, one effect";
    }
}
