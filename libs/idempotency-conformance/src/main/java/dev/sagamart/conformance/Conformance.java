package dev.sagamart.conformance;

import dev.sagamart.conformance.cases.Case;
import dev.sagamart.conformance.subject.Target;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command. */
@Command(
        name = "idempotency-conformance",
        mixinStandardHelpOptions = true,
        description = "Tests the idempotency keys of an HTTP API from outside.",
        exitCodeListHeading = "%nExit code:%n",
        exitCodeList = {"0:no case failed", "1:a case failed", "2:the command line or the profile is wrong"})
final class Conformance implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private Subject subject = new Subject();

    @Option(names = "--case", paramLabel = "NAME", description = "Only this case; may be given several times.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--list", description = "Lists the cases and what they need.")
    private boolean list;

    @Option(names = "--report", paramLabel = "FILE", description = "Writes the results as Markdown, too.")
    private @Nullable Path report;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<Case> chosen = chosen();
        if (list) {
            chosen.forEach(one -> out.printf("%-33s %s%s%n", one.name(), one.expected(), needs(one)));
            return 0;
        }
        Target target = target();
        List<Result> results = run(target, chosen, out);
        if (report != null) {
            Files.writeString(report, Report.markdown("Idempotency conformance of " + target.baseUri(), results));
        }
        return results.stream().anyMatch(result -> result.verdict() == Verdict.FAIL) ? 1 : 0;
    }

    private static List<Result> run(Target target, List<Case> chosen, PrintWriter out) {
        List<Result> results = new ArrayList<>();
        out.println(Report.heading());
        try (var kit = new Kit(target)) {
            for (Case one : chosen) {
                results.add(kit.run(one));
                out.println(Report.row(results.getLast()));
                out.flush();
            }
        }
        out.println();
        out.println(Report.summary(results));
        return results;
    }

    private static String needs(Case one) {
        return one.needs().isEmpty()
                ? ""
                : " (needs "
                        + String.join(
                                ", ",
                                one.needs().stream()
                                        .map(fault -> "hook." + fault.label())
                                        .toList())
                        + ")";
    }

    private List<Case> chosen() {
        List<String> known = Kit.cases().stream().map(Case::name).toList();
        names.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw wrong("there is no case " + name);
        });
        return Kit.cases().stream()
                .filter(one -> names.isEmpty() || names.contains(one.name()))
                .toList();
    }

    private Target target() {
        try {
            return subject.target();
        } catch (IllegalArgumentException mistake) {
            throw wrong(String.valueOf(mistake.getMessage()));
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
