package dev.sagamart.local.cli;

import dev.sagamart.local.infrastructure.StartFailed;
import dev.sagamart.local.suite.SuiteFailed;
import picocli.CommandLine;

/** What went wrong with a suite is told in a sentence; only what should not happen comes with its stack. */
public final class PlainFailures implements CommandLine.IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        if (failure instanceof SuiteFailed || failure instanceof StartFailed) {
            command.getErr().println(failure.getMessage());
        } else {
            failure.printStackTrace(command.getErr());
        }
        return 1;
    }
}
