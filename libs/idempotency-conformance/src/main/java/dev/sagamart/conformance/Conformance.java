package dev.sagamart.conformance;

import dev.sagamart.conformance.cases.Case;
import dev.sagamart.conformance.subject.Profile;
import dev.sagamart.conformance.subject.Target;
import dev.sagamart.conformance.subject.TokenCommands;
import dev.sagamart.conformance.subject.TokenKind;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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

    @Option(names = "--base-url", paramLabel = "URL", description = "Where the API is.")
    private @Nullable URI baseUrl;

    @Option(
            names = "--token-command",
            paramLabel = "SHELL",
            description = "Prints a bearer token; {user} stands for the name of the user.")
    private @Nullable String tokenCommand;

    @Option(names = "--admin-token-command", paramLabel = "SHELL", description = "The same for operations of admins.")
    private @Nullable String adminTokenCommand;

    @Option(names = "--expired-token-command", paramLabel = "SHELL", description = "Prints a token that has expired.")
    private @Nullable String expiredTokenCommand;

    @Option(
            names = "--profile",
            defaultValue = "sagamart",
            paramLabel = "NAME|FILE",
            description = "What the API looks like: a file, or sagamart (the default), or sagamart-faults. "
                    + "Several may be given; a later one overrides an earlier one.")
    private List<String> profiles = new ArrayList<>();

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
        List<Result> results = run(target(), chosen, out);
        if (report != null) {
            Files.writeString(report, Report.markdown("Idempotency conformance of " + baseUrl, results));
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
        if (baseUrl == null) {
            throw wrong("--base-url is missing");
        }
        if (tokenCommand == null) {
            throw wrong("--token-command is missing");
        }
        try {
            Profile profile = Profile.of(profiles);
            return new Target(baseUrl, tokens(tokenCommand), profile, profile.hooks());
        } catch (IllegalArgumentException mistake) {
            throw wrong(String.valueOf(mistake.getMessage()));
        }
    }

    private TokenCommands tokens(String command) {
        Map<TokenKind, String> commands = new EnumMap<>(TokenKind.class);
        commands.put(TokenKind.USER, command);
        if (adminTokenCommand != null) {
            commands.put(TokenKind.ADMIN, adminTokenCommand);
        }
        if (expiredTokenCommand != null) {
            commands.put(TokenKind.EXPIRED, expiredTokenCommand);
        }
        return new TokenCommands(commands);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
