package dev.sagamart.local.cli;

import dev.sagamart.local.suite.DataLock;
import dev.sagamart.local.suite.SuiteFailed;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Stops one process, or all. */
@Command(
        name = "stop",
        mixinStandardHelpOptions = true,
        description = "Stops the suite, or one process of it; returns when it is gone.")
final class StopCommand implements Runnable {
    private static final int LIMIT_SECONDS = 120;

    @Mixin
    private Where where = new Where();

    @Parameters(paramLabel = "NAME", arity = "0..1", description = ProcessCommands.NAMES)
    private @Nullable String name;

    @Override
    public void run() {
        if (name != null) {
            where.running().process("stop", name);
            return;
        }
        ProcessHandle owner =
                DataLock.owner(where.options().data()).orElseThrow(() -> new SuiteFailed("No suite runs here."));
        owner.destroy();
        owner.onExit().orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS).join();
        System.out.println("Stopped.");
    }
}
