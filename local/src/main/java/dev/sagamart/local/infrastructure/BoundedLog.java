package dev.sagamart.local.infrastructure;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Copies the output of a process into a file; past 8 MiB the file becomes {@code <name>.1} and a new one begins. */
public final class BoundedLog {
    private static final long LIMIT_BYTES = 8L << 20;
    private static final int TAIL_BYTES = 64 << 10;

    private final Path file;

    BoundedLog(Path file) {
        this.file = file;
    }

    /** The last lines of a log, or nothing when it does not exist. */
    public static String tail(Path log, int lines) {
        try {
            if (!Files.exists(log)) {
                return "";
            }
            List<String> all = readEnd(log).lines().toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
        } catch (IOException unreadable) {
            return "(not readable: " + unreadable.getMessage() + ")";
        }
    }

    private static String readEnd(Path log) throws IOException {
        try (var channel = Files.newByteChannel(log)) {
            channel.position(Math.max(0, channel.size() - TAIL_BYTES));
            return new String(java.nio.channels.Channels.newInputStream(channel).readAllBytes(), charset());
        }
    }

    private static Charset charset() {
        return StandardCharsets.UTF_8;
    }

    void copy(InputStream output) {
        Thread.ofPlatform().daemon().name("log-" + file.getFileName()).start(() -> pump(output));
    }

    private void pump(InputStream output) {
        var buffer = new byte[16 << 10];
        try (output) {
            int read = 0;
            while (read >= 0) {
                try (OutputStream log =
                        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                    long written = Files.size(file);
                    while (written < LIMIT_BYTES && (read = output.read(buffer)) >= 0) {
                        log.write(buffer, 0, read);
                        written += read;
                    }
                }
                if (read >= 0) {
                    Files.move(
                            file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException ended) {
            // the process is gone, or its data folder is: there is nothing left to copy
        }
    }
}
