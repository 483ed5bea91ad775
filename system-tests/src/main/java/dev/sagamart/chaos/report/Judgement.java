package dev.sagamart.chaos.report;

import dev.sagamart.chaos.faults.Proof;
import dev.sagamart.chaos.faults.Struck;
import dev.sagamart.chaos.oracle.Finding;
import java.util.ArrayList;
import java.util.List;

/** The verdict with its reasons. */
public record Judgement(Verdict verdict, List<String> reasons) {
    /** Fewer looks in a minute than this are none. */
    private static final int LOOKS_PER_MINUTE = 50;

    /** A broken promise weighs more than a run that says little. */
    public static Judgement of(Run run) {
        List<String> broken = run.findings().stream()
                .filter(finding -> !finding.holds())
                .map(Judgement::tell)
                .toList();
        if (!broken.isEmpty()) {
            return new Judgement(Verdict.FAIL, broken);
        }
        List<String> doubts = doubts(run);
        return new Judgement(doubts.isEmpty() ? Verdict.PASS : Verdict.INVALID, doubts);
    }

    private static String tell(Finding finding) {
        return finding.id() + " (" + finding.when() + "): " + finding.sentence() + "\n    "
                + String.join("\n    ", finding.violations());
    }

    private static List<String> doubts(Run run) {
        List<String> doubts = new ArrayList<>();
        if (run.struck().isEmpty()) {
            doubts.add("there was no fault at all");
        }
        run.struck().stream().filter(Struck::isInvalid).map(Judgement::tell).forEach(doubts::add);
        run.minima().forEach(minimum -> {
            long count = run.figures().getOrDefault(minimum.what(), 0L);
            if (count < minimum.atLeast()) {
                doubts.add("only " + count + " " + minimum.what() + ", " + minimum.atLeast() + " are needed");
            }
        });
        if (run.looks() < (long) LOOKS_PER_MINUTE * run.minutes()) {
            doubts.add("only " + run.looks() + " looks under fire");
        }
        return doubts;
    }

    private static String tell(Struck fault) {
        Proof proof = fault.proof();
        String why = fault.error() != null
                ? fault.error()
                : "no effect was seen" + (proof == null ? "" : " (" + proof.what() + ": " + proof.count() + ")");
        return fault.id() + " on " + fault.target() + ": " + why;
    }
}
