package dev.sagamart.loadtests.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Where the raw results of a run go. */
public final class RunFolder {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private RunFolder() {}

    /** Makes the one that is wanted, or {@code .sagamart/KIND/TIME}. */
    public static Path create(Path root, String kind, @Nullable Path wanted) throws IOException {
        String now = TIME.format(LocalDateTime.now(ZoneId.systemDefault()));
        Path folder = wanted == null ? root.resolve(".sagamart").resolve(kind).resolve(now) : wanted;
        System.err.println("Raw results: " + folder.toAbsolutePath());
        return Files.createDirectories(folder).toAbsolutePath();
    }
}
