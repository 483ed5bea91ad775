package dev.sagamart.chaos.runner;

import dev.sagamart.chaos.faults.Folders;
import dev.sagamart.chaos.report.Judgement;
import dev.sagamart.chaos.report.Report;
import dev.sagamart.chaos.report.Verdict;
import dev.sagamart.local.suite.SuiteOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line of the chaos runner. */
@Command(
        name = "./run chaos",
        mixinStandardHelpOptions = true,
        description =
                "Starts a suite of its own with several instances, lets clients shop in it, and kills, pauses, "
                        + "cuts off and confuses its processes meanwhile. At the end it is checked that every promise was kept.",
        footer = {"", "Exit code 0: PASS, 1: FAIL, 2: INVALID (the run says nothing, and why). See docs/chaos.md."})
public final class ChaosCommand implements Callable<Integer> {
    private static final Duration AFTERMATH = Duration.ofSeconds(60);

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Repeats the run with this seed (default: another each time).")
    private @Nullable Long seed;

    @Option(
            names = "--minutes",
            paramLabel = "M",
            defaultValue = "3",
            description =
                    "How long faults are let loose (default: ${DEFAULT-VALUE}); more than 5 brings nearly all kinds of"
                            + " them, 120 and more all.")
    private int minutes;

    @Option(names = "--faults", paramLabel = "ID", split = ",", description = "Only these, such as X01,X07.")
    private List<String> faults = List.of();

    @Option(names = "--keep", description = "Keeps data and logs even if everything is well.")
    private boolean keep;

    @Option(names = "--folder", paramLabel = "DIR", description = "Where the run goes (default: .sagamart/chaos/TIME).")
    private @Nullable Path folder;

    @Option(
            names = "--jvm-flag",
            paramLabel = "FLAG",
            description = "For every service, such as -javaagent:…; repeatable.")
    private List<String> jvmFlags = List.of();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ChaosCommand()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Path root = SuiteOptions.findRoot();
        Path here = RunFolder.create(root, folder, "chaos");
        long chosen = seed != null ? seed : ThreadLocalRandom.current().nextLong(1_000_000);
        var wanted = new Wanted(chosen, minutes, faults, root, here, AFTERMATH, jvmFlags);
        System.out.println("Seed " + chosen + ", everything goes to " + here);
        Report report = new ChaosRun(wanted, new Console(System.out)).run();
        Path page = report.write();
        tell(report.judgement(), page, wanted);
        if (report.judgement().verdict() == Verdict.PASS && !keep) {
            Folders.delete(here.resolve("suite"));
            Folders.delete(here.resolve("programs"));
        }
        return report.judgement().verdict().exitCode();
    }

    private static void tell(Judgement judgement, Path page, Wanted wanted) {
        System.out.println();
        judgement.reasons().forEach(System.out::println);
        System.out.println(judgement.verdict() + ", see " + page);
        if (judgement.verdict() != Verdict.PASS) {
            System.out.println("Again: " + wanted.command());
            System.out.println("Data and logs are kept in " + wanted.folder().resolve("suite"));
        }
    }
}
