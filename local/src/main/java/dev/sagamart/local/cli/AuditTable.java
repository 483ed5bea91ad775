package dev.sagamart.local.cli;

import dev.sagamart.local.audit.AuditReport;
import dev.sagamart.local.audit.Finding;
import java.util.Locale;

/** An audit's report for people. */
final class AuditTable {
    private AuditTable() {}

    static String of(AuditReport report) {
        var text = new StringBuilder(line("check", "compared", "differ", "what must be so"));
        for (Finding finding : report.findings()) {
            String compared = finding.compared() == 0 ? "-" : Long.toString(finding.compared());
            text.append(line(finding.id(), compared, Long.toString(finding.differences()), finding.sentence()));
            finding.examples()
                    .forEach(example -> text.append("    ").append(example).append('\n'));
            if (finding.differences() > finding.examples().size()) {
                text.append("    and ")
                        .append(finding.differences() - finding.examples().size())
                        .append(" more\n");
            }
        }
        return text.append(verdict(report.verdict())).append('\n').toString();
    }

    private static String verdict(AuditReport.Verdict verdict) {
        return switch (verdict) {
            case AGREE -> "All services agree.";
            case DIFFER -> "The services DIFFER.";
            case NOT_QUIET -> "NOT QUIET yet: what differs may still be on its way.";
        };
    }

    private static String line(String check, String compared, String differences, String sentence) {
        return String.format(Locale.ROOT, "%-24s %10s %8s  %s%n", check, compared, differences, sentence);
    }
}
