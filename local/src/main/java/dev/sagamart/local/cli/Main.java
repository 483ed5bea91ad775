package dev.sagamart.local.cli;

import dev.sagamart.local.infrastructure.StartFailed;
import dev.sagamart.local.suite.SuiteFailed;
import picocli.CommandLine;

/** The entry point of {@code ./run}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Sagamart()).setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof SuiteFailed || failure instanceof StartFailed) {
                command.getErr().println(failure.getMessage());
            } else {
                failure.printStackTrace(command.getErr());
            }
            return 1;
        });
    }
}
