package dev.sagamart.chaos.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Where a run keeps all that is its own. */
public final class RunFolder {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private RunFolder() {}

    /**
     * The folder, which is there afterwards.
     *
     * @param wanted null for one that is named by the time, below {@code .sagamart}
     * @param kind what kind of run it is
     */
    public static Path create(Path root, @Nullable Path wanted, String kind) throws IOException {
        String time = LocalDateTime.now(ZoneId.systemDefault()).format(NAME);
        return Files.createDirectories(
                wanted == null ? root.resolve(".sagamart").resolve(kind).resolve(time) : wanted.toAbsolutePath());
    }
}
