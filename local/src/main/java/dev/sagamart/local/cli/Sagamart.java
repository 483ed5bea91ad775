package dev.sagamart.local.cli;

import picocli.CommandLine.Command;

/** {@code ./run} without a command is {@code ./run run}. */
@Command(
        name = "./run",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "[COMMAND]",
        description =
                "Starts the whole suite on this machine and stays until Ctrl-C: PostgreSQL, Redis, Kafka, a token "
                        + "issuer and the seven services. No container engine is needed; data survives in .sagamart/.",
        footer = {
            "",
            "First steps:",
            "  ./run demo               play the whole story once and check every step",
            "  ./run                    start everything and look around",
            "  ./run token alice        a token for the user alice, for use with curl",
            "  ./run chaos              break a suite of its own on purpose, and check that it keeps its promises"
        },
        subcommands = {
            RunCommand.class,
            DemoCommand.class,
            TokenCommand.class,
            StatusCommand.class,
            StopCommand.class,
            ProcessCommands.Start.class,
            ProcessCommands.Restart.class,
            ProcessCommands.Kill.class,
            LogsCommand.class,
            SagasCommand.class,
            DeadLettersCommand.class,
            TimelineCommand.class,
            RebuildRankingCommand.class,
            AuditCommand.class,
            BenchCommand.class
        })
final class Sagamart extends Starting {}
