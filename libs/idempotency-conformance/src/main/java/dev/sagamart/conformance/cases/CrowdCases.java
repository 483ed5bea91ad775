package dev.sagamart.conformance.cases;

import dev.sagamart.conformance.http.Answer;
import dev.sagamart.conformance.http.Request;
import java.util.List;

/** The same request from many at once. */
final class CrowdCases {
    static final List<Case> ALL = List.of(
            Case.of(
                    "duplicates",
                    "of many identical requests at once one is done, the others get its answer or are told to wait",
                    CrowdCases::duplicates),
            Case.of(
                    "burst",
                    "a burst of identical requests on many connections has one effect and one answer",
                    CrowdCases::burst));

    private CrowdCases() {}

    private static String duplicates(Trial trial) throws InterruptedException {
        int all = trial.profile().number("crowd.duplicates", 200);
        return crowd(trial, all, all);
    }

    private static String burst(Trial trial) throws InterruptedException {
        int connections = trial.profile().number("crowd.connections", 128);
        return crowd(trial, connections, trial.profile().number("crowd.burst", 1000));
    }

    private static String crowd(Trial trial, int size, int requests) throws InterruptedException {
        User user = trial.user();
        Effect effect = trial.effect(user);
        Request write = trial.write(user, Trial.key());
        Tally tally;
        try (var crowd = new Crowd(trial, write, size, requests)) {
            tally = crowd.tally();
        }

        Answer first = tally.only(trial.profile());
        trial.judge().isReplay(first, trial.insist(write), "afterwards");
        effect.expect(1);
        return tally + ", one effect";
    }
}
