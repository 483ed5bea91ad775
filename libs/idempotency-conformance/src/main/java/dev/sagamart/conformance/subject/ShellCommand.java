package dev.sagamart.conformance.subject;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Runs a line of shell. */
final class ShellCommand {
    private ShellCommand() {}

    /** What it prints; what it complains about goes to our standard error. */
    static String run(String line) {
        try {
            Process process = new ProcessBuilder("sh", "-c", line)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exit = process.waitFor();
            if (exit != 0) {
                throw new IllegalStateException("exit code " + exit + " of: " + line);
            }
            return printed.strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
