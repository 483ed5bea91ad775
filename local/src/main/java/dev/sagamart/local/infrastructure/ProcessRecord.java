package dev.sagamart.local.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Remembers on disk which process was started, by pid and start time, so that a later run recognises a left-over. */
public final class ProcessRecord {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Path file;

    public ProcessRecord(Path file) {
        this.file = file;
    }

    public void write(ProcessHandle process) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, process.pid() + " " + startOf(process));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The recorded process when it still runs; a reused pid is another process. */
    public Optional<ProcessHandle> running() {
        try {
            String[] parts = Files.readString(file).strip().split(" ", 2);
            return ProcessHandle.of(Long.parseLong(parts[0]))
                    .filter(process -> process.isAlive() && startOf(process).equals(parts[1]));
        } catch (IOException | RuntimeException none) {
            return Optional.empty();
        }
    }

    /** Ends what an earlier run left behind, in order if it obeys. Answers whether there was anything. */
    public boolean clearLeftOver() {
        Optional<ProcessHandle> leftOver = running();
        leftOver.ifPresent(ProcessRecord::end);
        remove();
        return leftOver.isPresent();
    }

    private static void end(ProcessHandle process) {
        List<ProcessHandle> tree =
                Stream.concat(Stream.of(process), process.descendants()).toList();
        process.destroy();
        if (!ended(process)) {
            tree.forEach(ProcessHandle::destroyForcibly);
            tree.forEach(ProcessRecord::ended);
        }
    }

    private static boolean ended(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stubborn) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } catch (java.util.concurrent.ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }
}
