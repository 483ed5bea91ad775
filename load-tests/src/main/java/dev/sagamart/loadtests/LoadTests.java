package dev.sagamart.loadtests;

import dev.sagamart.loadtests.chargelog.ChargeLogCommand;
import dev.sagamart.loadtests.compare.CompareCommand;
import dev.sagamart.loadtests.gateway.GatewayCommand;
import dev.sagamart.loadtests.surge.SurgeCommand;
import dev.sagamart.local.cli.PlainFailures;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** The entry point; one sub-command per benchmark. */
@Command(
        name = "load-tests",
        mixinStandardHelpOptions = true,
        description = "Benchmarks of Sagamart.",
        subcommands = {CompareCommand.class, SurgeCommand.class, GatewayCommand.class, ChargeLogCommand.class})
public final class LoadTests {
    private LoadTests() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new LoadTests())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(LoadTests::tell);
    }

    private static int tell(Exception failure, CommandLine command, ParseResult parsed) {
        if (failure instanceof CannotMeasure) {
            command.getErr().println(failure.getMessage());
            return 1;
        }
        return new PlainFailures().handleExecutionException(failure, command, parsed);
    }
}
