package dev.sagamart.local.suite;

import dev.sagamart.local.infrastructure.ChildProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;

/**
 * Makes the next start of a new build quicker: one application after the other is started once more, at the lowest
 * priority and without serving anything, and the JVM keeps what it learned.
 */
final class StartTraining implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final List<ServiceProcess> services;
    private final Progress progress;
    private final Thread thread;

    StartTraining(List<ServiceProcess> services, Progress progress) {
        this.services = services;
        this.progress = progress;
        this.thread = Thread.ofPlatform().daemon().name("start-training").unstarted(this::train);
    }

    void begin() {
        thread.start();
    }

    private void train() {
        List<ServiceProcess> untrained = services.stream()
                .filter(service -> !Files.exists(service.cache()))
                .toList();
        untrained.forEach(this::train);
        if (!untrained.isEmpty() && !thread.isInterrupted()) {
            progress.note("the next start of this build will be quicker");
        }
    }

    private void train(ServiceProcess service) {
        if (thread.isInterrupted()) {
            return;
        }
        Path part = service.cache()
                .resolveSibling("training-" + ProcessHandle.current().pid() + ".aot");
        ChildProcess training = ChildProcess.start(service.training(part));
        try {
            if (training.awaitExit(LIMIT) == 0 && Files.exists(part)) {
                Files.move(part, service.cache(), StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            training.kill();
            part.toFile().delete();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
