package dev.sagamart.local.cli;

import dev.sagamart.local.bench.OrderBench;
import dev.sagamart.local.infrastructure.SigningKeys;
import dev.sagamart.local.infrastructure.TokenMint;
import dev.sagamart.local.suite.Service;
import dev.sagamart.local.suite.SuiteOptions;
import java.time.Clock;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A quick figure against the suite that runs. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Places orders through the gateway of the running suite and prints rate and latency.",
        subcommands = {
            CompareBenchCommand.class,
            SurgeBenchCommand.class,
            GatewayBenchCommand.class,
            ChargeLogBenchCommand.class
        })
final class BenchCommand implements Runnable {

    /** What is measured. */
    enum Scenario {
        order
    }

    @Mixin
    private Where where = new Where();

    @Parameters(arity = "0..1", paramLabel = "SCENARIO", description = "${COMPLETION-CANDIDATES}")
    private Scenario scenario = Scenario.order;

    @Option(names = "--connections", defaultValue = "1", description = "Requests at a time (default ${DEFAULT-VALUE}).")
    private int connections;

    @Option(names = "--seconds", defaultValue = "20", description = "Measured time (default ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--warmup", defaultValue = "20", description = "Time before that (default ${DEFAULT-VALUE}).")
    private int warmup;

    @Override
    public void run() {
        where.running();
        SuiteOptions options = where.options();
        var mint = new TokenMint(SigningKeys.in(options.data()), options.ports().issuerUrl(), Clock.systemUTC());
        var bench = new OrderBench(options.ports().url(Service.GATEWAY), mint, connections);
        String report = bench.run(Duration.ofSeconds(warmup), Duration.ofSeconds(seconds));
        System.out.println(scenario + ", " + report);
    }
}
