package dev.sagamart.loadtests.gateway;

import dev.sagamart.local.suite.SuiteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints what our gateway costs, as a Markdown table. */
@Command(
        name = "gateway",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Our gateway with everything on against a bare Spring Cloud Gateway before the same services.")
public final class GatewayCommand implements Callable<Integer> {
    @Option(names = "--scenario", split = ",", description = "Some of: ${COMPLETION-CANDIDATES}.")
    private List<Scenario> scenarios = List.of(Scenario.values());

    @Option(names = "--backend", description = "Before what: ${COMPLETION-CANDIDATES}.")
    private BackendKind backend = BackendKind.CONSTANT;

    @Option(names = "--connections", split = ",", description = "Requests at a time, one measurement for each.")
    private List<Integer> connections = List.of(16, 64);

    @Option(names = "--rounds", description = "Turns of each gateway.")
    private int rounds = 3;

    @Option(names = "--seconds", description = "Length of a turn.")
    private int seconds = 10;

    @Option(names = "--warmup", description = "Seconds that each gateway works before the first turn.")
    private int warmup = 60;

    @Option(
            names = "--jfr",
            paramLabel = "FILE",
            description = "Record our gateway after the warm-up (costs a little).")
    private @Nullable Path jfr;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var plan = new Plan(scenarios, connections, rounds, Duration.ofSeconds(seconds), Duration.ofSeconds(warmup));
        Path home = Files.createTempDirectory("sagamart-bench-");
        var stage = new Stage(SuiteOptions.findRoot(), home, backend);
        endWith(stage, Thread.currentThread());
        System.err.println("Logs: " + home.resolve("logs"));
        stage.start();
        var bench = new GatewayBench(stage, plan);
        bench.warmUp();
        if (jfr != null) {
            Recording.start(stage.ours().pid(), jfr);
        }
        return report(bench.measure());
    }

    /** However this program ends, nothing is left running; an interrupt ends the waiting for a start. */
    private static void endWith(Stage stage, Thread main) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            main.interrupt();
            stage.close();
        }));
    }

    private int report(List<Comparison> comparisons) {
        System.out.printf(
                "%n%d processors, Java %s, backend %s; %d rounds of %d s after %d s of warm-up; median (least–most)%n%n",
                Runtime.getRuntime().availableProcessors(), Runtime.version(), backend, rounds, seconds, warmup);
        System.out.println(Comparison.header());
        comparisons.forEach(comparison -> System.out.println(comparison.lines()));
        List<String> errors =
                comparisons.stream().flatMap(one -> one.errors().stream()).toList();
        if (!errors.isEmpty()) {
            System.out.println("\nINVALID:\n" + String.join("\n", errors));
        }
        return errors.isEmpty() ? 0 : 1;
    }
}
