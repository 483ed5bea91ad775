package dev.sagamart.chaos.report;

import dev.sagamart.chaos.faults.Proof;
import dev.sagamart.chaos.faults.Struck;
import dev.sagamart.chaos.oracle.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/** The report of a run for people: a page, and a picture beside it. */
public final class Report {
    private static final String BLIND_SPOTS = """
            - A killed process loses nothing that the kernel has taken; no machine loses its power here.
            - One broker, one PostgreSQL and one Redis: nothing is said of leader elections, replicas and failover.
            - One machine with one clock and one kernel.
            - The seed fixes what is broken when, and what each client wants; not how the processes' threads take turns.
            - Between databases sums are compared at rest only; at any moment each is looked at by itself.
            """;

    private final Run run;
    private final Judgement judgement;

    public Report(Run run) {
        this.run = run;
        this.judgement = Judgement.of(run);
    }

    public Judgement judgement() {
        return judgement;
    }

    /** Answers the page. */
    public Path write() {
        try {
            Files.writeString(run.folder().resolve("timeline.svg"), Timeline.of(run));
            return Files.writeString(run.folder().resolve("report.md"), text());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String text() {
        return "# " + judgement.verdict() + ": chaos with seed " + run.seed() + "\n\n"
                + reasons()
                + "Again: `" + run.command() + "`\n\n"
                + "![what was struck, and how the clients fared](timeline.svg)\n\n"
                + "## Figures\n\n" + figures()
                + "\n## Faults\n\n" + faults()
                + "\n## Invariants\n\n" + invariants()
                + "\n## What this does not show\n\n" + BLIND_SPOTS;
    }

    private String reasons() {
        return judgement.reasons().isEmpty()
                ? ""
                : judgement.reasons().stream()
                        .map(reason -> "- " + reason)
                        .collect(Collectors.joining("\n", "", "\n\n"));
    }

    private String figures() {
        return "| what | how often |\n|---|---:|\n"
                + run.figures().entrySet().stream()
                        .map(figure -> "| " + figure.getKey() + " | " + figure.getValue() + " |\n")
                        .collect(Collectors.joining())
                + "| looks under fire | " + run.looks() + " |\n";
    }

    private String faults() {
        return "| # | at | fault | target | for | seen |\n|---:|---:|---|---|---:|---|\n"
                + run.struck().stream().map(this::fault).collect(Collectors.joining());
    }

    private String fault(Struck fault) {
        String lasted = fault.end() == null ? "?" : seconds(Duration.between(fault.start(), fault.end()));
        Duration at = Duration.between(run.phases().getFirst().begin(), fault.start());
        Proof proof = fault.proof();
        String seen = fault.error() != null ? fault.error() : proof == null ? "" : proof.what() + ": " + proof.count();
        return "| %d | %s | %s %s | %s | %s | %s |%n"
                .formatted(fault.number(), seconds(at), fault.id(), fault.title(), fault.target(), lasted, cell(seen));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    private String invariants() {
        return "| | when | holds | |\n|---|---|---|---|\n"
                + run.findings().stream().map(Report::invariant).collect(Collectors.joining());
    }

    private static String invariant(Finding finding) {
        String violations = finding.violations().stream().map(Report::cell).collect(Collectors.joining("<br>"));
        return "| %s | %s | %s | %s %s |%n"
                .formatted(
                        finding.id(),
                        finding.when(),
                        finding.holds() ? "yes" : "**no**",
                        cell(finding.sentence()),
                        violations);
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
