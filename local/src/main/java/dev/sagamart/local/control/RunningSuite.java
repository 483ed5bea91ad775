package dev.sagamart.local.control;

import dev.sagamart.local.infrastructure.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The note that a running suite leaves in its data folder.
 *
 * @param pid the process that owns the suite
 * @param processStarted start of that process, because a pid can be reused
 * @param port where it takes commands, on loopback
 * @param offset added to its default ports
 */
public record RunningSuite(long pid, String processStarted, int port, int offset) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String FILE = "running.json";

    static RunningSuite ofThisProcess(int port, int offset) {
        ProcessHandle self = ProcessHandle.current();
        return new RunningSuite(self.pid(), startOf(self), port, offset);
    }

    /** The suite that runs with this data, if any. */
    public static Optional<RunningSuite> in(Path data) {
        Path file = data.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Optional.of(JSON.readValue(file, RunningSuite.class)).filter(RunningSuite::stillRuns);
    }

    void note(Path data) {
        try {
            String json = JSON.writeValueAsString(this);
            Secrets.writePrivately(data.resolve(FILE), json.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static void forget(Path data) {
        try {
            Files.deleteIfExists(data.resolve(FILE));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public boolean stillRuns() {
        return ProcessHandle.of(pid)
                .filter(process -> process.isAlive() && startOf(process).equals(processStarted))
                .isPresent();
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }
}
