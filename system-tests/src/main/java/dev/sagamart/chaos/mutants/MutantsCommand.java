package dev.sagamart.chaos.mutants;

import dev.sagamart.chaos.runner.RunFolder;
import dev.sagamart.faultagent.Mutant;
import dev.sagamart.local.suite.SuiteOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command line that shows that each deliberate defect is noticed. */
@Command(
        name = "./run mutants",
        mixinStandardHelpOptions = true,
        description =
                "Plants one defect after the other into a suite of its own, with the faults under which it does harm, "
                        + "and tells which invariant notices. See libs/fault-agent.",
        footer = {"", "Exit code 0: all were caught, 1: one at least survived, or the control has failed."})
public final class MutantsCommand implements Callable<Integer> {
    @Parameters(paramLabel = "M3", description = "Which (default: all).")
    private List<Mutant> chosen = List.of();

    @Option(
            names = "--minutes",
            paramLabel = "M",
            defaultValue = "3",
            description = "How long faults are let loose on each (default: ${DEFAULT-VALUE}).")
    private int minutes;

    @Option(
            names = "--together",
            description = "All in one suite: much quicker, but what one breaks may hide what another does.")
    private boolean together;

    @Option(
            names = "--control",
            description = "Before all, ask a suite without a defect what is asked of those with one.")
    private boolean control;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of the runs (default: 1).")
    private long seed;

    @Option(names = "--folder", paramLabel = "DIR", description = "Where it goes (default: .sagamart/mutants/TIME).")
    private @Nullable Path folder;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new MutantsCommand()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Path root = SuiteOptions.findRoot();
        var runs = new MutantRuns(root, RunFolder.create(root, folder, "mutants"), seed, minutes);
        List<String> wrong = control ? runs.control() : List.of();
        wrong.forEach(one -> System.out.println("WITHOUT A DEFECT: " + one));
        List<Mutant> mutants = chosen.isEmpty() ? List.of(Mutant.values()) : chosen;
        List<Outcome> outcomes = together
                ? runs.runTogether(mutants)
                : mutants.stream().map(mutant -> tell(runs.run(mutant))).toList();
        outcomes.forEach(outcome -> System.out.printf(
                "%-4s %-26s %s%n",
                outcome.mutant(), outcome.verdict(), outcome.mutant().defect()));
        return wrong.isEmpty() && outcomes.stream().allMatch(Outcome::isCaught) ? 0 : 1;
    }

    private static Outcome tell(Outcome outcome) {
        outcome.evidence().forEach(System.out::println);
        System.out.println(outcome.mutant() + " " + outcome.verdict() + "\n");
        return outcome;
    }
}
