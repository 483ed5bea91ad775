package dev.sagamart.loadtests;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What several commands ask of their options. */
public final class Options {
    private Options() {}

    public static void requirePositive(CommandSpec command, String option, int value) {
        if (value < 1) {
            throw new ParameterException(command.commandLine(), option + " is at least 1, not " + value);
        }
    }
}
