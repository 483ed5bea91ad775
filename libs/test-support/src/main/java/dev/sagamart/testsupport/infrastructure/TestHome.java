package dev.sagamart.testsupport.infrastructure;

import dev.sagamart.local.infrastructure.ProcessRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** The folder of this JVM's servers; what a JVM that died left behind is cleared away by the next one. */
final class TestHome {
    private static final String OWNER = "owner";
    private static final Lazy<Path> FOLDER = new Lazy<>(TestHome::make);

    private TestHome() {}

    static Path folder() {
        return FOLDER.get();
    }

    static void remove() {
        FOLDER.ifMade().ifPresent(TestHome::delete);
    }

    private static Path make() {
        Path all = Path.of(System.getProperty("java.io.tmpdir"), "sagamart-tests-" + System.getProperty("user.name"));
        try {
            Files.createDirectories(all);
            list(all).forEach(TestHome::clearIfAbandoned);
            Path mine = all.resolve(Long.toString(ProcessHandle.current().pid()));
            new ProcessRecord(mine.resolve(OWNER)).write(ProcessHandle.current());
            return mine;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void clearIfAbandoned(Path home) {
        boolean abandoned = new ProcessRecord(home.resolve(OWNER)).running().isEmpty();
        if (abandoned && Files.exists(home.resolve(OWNER))) {
            list(home.resolve("pids")).forEach(pid -> new ProcessRecord(pid).clearLeftOver());
            delete(home);
        }
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException stillInUse) {
            // a process that is just ending writes there: the next JVM clears it
        }
    }
}
