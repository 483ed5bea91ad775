package dev.sagamart.faultagent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Says what the agent does: on the error output, and in a file that outlives the process. */
final class Journal {
    private final Path file;

    Journal(Path file) {
        this.file = file;
    }

    synchronized void say(String line) {
        System.err.println("[fault-agent] " + line);
        System.err.flush();
        try {
            Files.writeString(file, line + "\n", UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
