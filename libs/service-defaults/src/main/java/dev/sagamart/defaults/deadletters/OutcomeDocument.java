package dev.sagamart.defaults.deadletters;

import dev.sagamart.messaging.deadletters.Verdict;
import java.util.List;

/**
 * What came of a request, in the order in which the letters go.
 *
 * @param dryRun whether nothing was done
 */
record OutcomeDocument(boolean dryRun, List<VerdictDocument> items) {
    static OutcomeDocument of(boolean dryRun, List<Verdict> verdicts) {
        return new OutcomeDocument(dryRun, documents(verdicts));
    }

    static List<VerdictDocument> documents(List<Verdict> verdicts) {
        return verdicts.stream().map(VerdictDocument::of).toList();
    }
}
