package dev.sagamart.local.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A running operating system process: in a session of its own, its output in a bounded log, its pid on record. */
public final class ChildProcess {
    private static final Duration POLL = Duration.ofMillis(50);

    private final Launch launch;
    private final Process process;

    private ChildProcess(Launch launch, Process process) {
        this.launch = launch;
        this.process = process;
    }

    public static ChildProcess start(Launch launch) {
        try {
            Files.createDirectories(launch.log().toAbsolutePath().getParent());
            List<String> command = new ArrayList<>(OwnSession.prefix());
            command.addAll(launch.command());
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(launch.environment());
            Process process = builder.start();
            new BoundedLog(launch.log()).copy(process.getInputStream());
            launch.record().write(process.toHandle());
            return new ChildProcess(launch, process);
        } catch (IOException failure) {
            throw new StartFailed(launch.name() + " cannot be started: " + failure.getMessage(), failure);
        }
    }

    /** Waits for the condition as long as the process lives. */
    public void awaitReady(BooleanSupplier ready, Duration limit) {
        long begin = System.nanoTime();
        while (!ready.getAsBoolean()) {
            if (exited(POLL)) {
                throw StartFailed.of(launch.name(), "ended with exit code " + process.exitValue(), launch.log());
            }
            if (System.nanoTime() - begin > limit.toNanos()) {
                kill();
                throw StartFailed.of(launch.name(), "was not ready after " + limit.toSeconds() + " s", launch.log());
            }
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** The process and everything it started. */
    public Stream<ProcessHandle> tree() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants());
    }

    public Path log() {
        return launch.log();
    }

    /** Asks the process to end and kills it when it has not after the limit. */
    public void terminate(Duration limit) {
        process.destroy();
        awaitEnd(limit);
    }

    /** Waits for an end that somebody else has asked for and kills the process when it does not come. */
    void awaitEnd(Duration limit) {
        if (!exited(limit)) {
            kill();
        }
        launch.record().remove();
    }

    /** Waits for the end of a process that ends by itself and answers its exit code. */
    public int awaitExit(Duration limit) {
        awaitEnd(limit);
        return process.exitValue();
    }

    /** {@code kill -9} for the process and all its children; returns when they are gone. */
    public void kill() {
        List<ProcessHandle> tree = tree().toList();
        tree.forEach(ProcessHandle::destroyForcibly);
        tree.forEach(one -> one.onExit().orTimeout(10, TimeUnit.SECONDS).join());
        launch.record().remove();
    }

    private boolean exited(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StartFailed("interrupted while waiting for " + launch.name(), interrupted);
        }
    }
}
