package dev.sagamart.local.cli;

import dev.sagamart.local.control.RunningSuite;
import dev.sagamart.local.suite.SuiteFailed;
import dev.sagamart.local.suite.SuiteOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts another JVM that owns the suite, shows what it prints, and leaves when the suite is ready. */
final class DetachedRun {
    private final Where where;
    private final SuiteOptions options;

    DetachedRun(Where where) {
        this.where = where;
        this.options = where.options();
    }

    int start(boolean fresh, List<String> only) {
        Path output = options.data().resolveSibling(options.data().getFileName() + ".log");
        try {
            Files.createDirectories(output.getParent());
            Files.deleteIfExists(output);
            Process supervisor = new ProcessBuilder(command(fresh, only))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
            return follow(supervisor, new LogFollower(output));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private int follow(Process supervisor, LogFollower output) {
        var endWithUs = new Thread(supervisor::destroy);
        Runtime.getRuntime().addShutdownHook(endWithUs);
        while (RunningSuite.in(options.data()).isEmpty()) {
            output.printNew();
            if (exited(supervisor)) {
                output.printNew();
                return supervisor.exitValue();
            }
        }
        Runtime.getRuntime().removeShutdownHook(endWithUs);
        exited(supervisor); // a moment for the last lines
        output.printNew();
        System.out.println("It runs in the background now. Stop it with: ./run stop" + where.arguments());
        return 0;
    }

    private static boolean exited(Process supervisor) {
        try {
            return supervisor.waitFor(300, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SuiteFailed("interrupted");
        }
    }

    private List<String> command(boolean fresh, List<String> only) {
        List<String> command = new ArrayList<>(List.of("nohup"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(), "run"));
        command.addAll(where.argumentList());
        if (fresh) {
            command.add("--fresh");
        }
        if (!only.isEmpty()) {
            command.add("--only=" + String.join(",", only));
        }
        return command;
    }
}
