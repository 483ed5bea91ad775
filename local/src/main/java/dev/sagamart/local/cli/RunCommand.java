package dev.sagamart.local.cli;

import picocli.CommandLine.Command;

/** The same as no command at all. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Starts the suite and stays until Ctrl-C (this is also what ./run alone does).")
final class RunCommand extends Starting {}
