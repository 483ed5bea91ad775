package dev.sagamart.local.audit;

import java.util.List;

/** The results of all checks, those that agree included. */
public record AuditReport(List<Finding> findings) {
    /** The whole in one word. */
    public enum Verdict {
        AGREE,
        DIFFER,
        NOT_QUIET
    }

    /** What is wrong at any moment is wrong; anything else cannot be told until all is quiet. */
    public Verdict verdict() {
        if (differs(Finding.Kind.ALWAYS)) {
            return Verdict.DIFFER;
        }
        if (differs(Finding.Kind.UNREST)) {
            return Verdict.NOT_QUIET;
        }
        return differs(Finding.Kind.WHEN_QUIET) ? Verdict.DIFFER : Verdict.AGREE;
    }

    /** The checks that found something. */
    public List<Finding> differing() {
        return findings.stream().filter(finding -> !finding.agrees()).toList();
    }

    private boolean differs(Finding.Kind kind) {
        return findings.stream().anyMatch(finding -> finding.kind() == kind && !finding.agrees());
    }
}
