package dev.sagamart.conformance.cases;

import static dev.sagamart.conformance.subject.Fault.GATEWAY_KILL;
import static dev.sagamart.conformance.subject.Fault.GATEWAY_START;
import static dev.sagamart.conformance.subject.Fault.UPSTREAM_PAUSE;
import static dev.sagamart.conformance.subject.Fault.UPSTREAM_RESUME;

import java.util.List;

/** The process that answers dies. */
final class GatewayCases {
    static final List<Case> ALL = List.of(
            Case.of(
                            "gateway-killed-while-processing",
                            "a crash in the middle of a write: retried until answered, it has one effect",
                            trial -> Retry.whileProcessing(trial, GATEWAY_KILL, UPSTREAM_RESUME, GATEWAY_START))
                    .needing(GATEWAY_KILL, UPSTREAM_PAUSE),
            Case.of(
                            "gateway-killed-after-answering",
                            "a crash after the answer: the same request again gets the same answer, one effect",
                            trial -> Retry.afterTheAnswer(trial, GATEWAY_KILL, GATEWAY_START))
                    .needing(GATEWAY_KILL));

    private GatewayCases() {}
}
