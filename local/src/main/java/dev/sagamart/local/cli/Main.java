package dev.sagamart.local.cli;

import picocli.CommandLine;

/** The entry point of {@code ./run}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Sagamart()).setExecutionExceptionHandler(new PlainFailures());
    }
}
