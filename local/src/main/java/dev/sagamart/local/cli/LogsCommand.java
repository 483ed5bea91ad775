package dev.sagamart.local.cli;

import dev.sagamart.local.suite.SuiteFailed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the output of a process, also of one that is gone. */
@Command(name = "logs", mixinStandardHelpOptions = true, description = "Prints the log of one process.")
final class LogsCommand implements Runnable {
    @Mixin
    private Where where = new Where();

    @Parameters(paramLabel = "NAME", description = ProcessCommands.NAMES)
    private String name = "";

    @Option(
            names = {"-f", "--follow"},
            description = "Go on printing what comes, until Ctrl-C.")
    private boolean follow;

    @Override
    public void run() {
        Path log = where.options().data().resolve("logs").resolve(Path.of(name).getFileName() + ".log");
        if (!Files.exists(log)) {
            throw new SuiteFailed("There is no log of " + name + " (" + ProcessCommands.NAMES + ")");
        }
        var follower = new LogFollower(log);
        follower.printNew();
        while (follow && !interruptedWithin(300)) {
            follower.printNew();
        }
    }

    private static boolean interruptedWithin(int millis) {
        try {
            return new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
