package dev.sagamart.local.cli;

import picocli.CommandLine.Command;

@Command(
        name = "charge-log",
        description = "Pages of a million charges, the first and the last; its own --help lists the options.")
final class ChargeLogBenchCommand extends LoadTest {
    ChargeLogBenchCommand() {
        super("charge-log", "charge-log-service");
    }
}
