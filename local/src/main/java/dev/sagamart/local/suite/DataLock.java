package dev.sagamart.local.suite;

import dev.sagamart.local.infrastructure.ProcessRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Lets one suite at a time use a data folder; the system releases it however the owner ends. */
public final class DataLock implements AutoCloseable {
    private static final String FILE = "lock";

    private final Path data;
    private final FileChannel channel;

    private DataLock(Path data, FileChannel channel) {
        this.data = data;
        this.channel = channel;
    }

    static DataLock take(Path data) {
        try {
            Files.createDirectories(data);
            var channel = FileChannel.open(data.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new SuiteFailed("a suite runs already with the data in " + data);
            }
            new ProcessRecord(data.resolve(FILE)).write(ProcessHandle.current());
            return new DataLock(data, channel);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException ownSuite) {
            return false;
        }
    }

    /** The process whose suite uses the folder, also while it starts or stops. */
    public static Optional<ProcessHandle> owner(Path data) {
        return new ProcessRecord(data.resolve(FILE)).running();
    }

    /** Ends the processes of a suite that died without doing so, services before servers. Answers their names. */
    List<String> clearLeftOvers() {
        return children(data.resolve("pids")).stream()
                .sorted(Comparator.comparing(DataLock::isServer).thenComparing(Path::getFileName))
                .filter(pid -> new ProcessRecord(pid).clearLeftOver())
                .map(pid -> pid.getFileName().toString())
                .toList();
    }

    private static boolean isServer(Path pid) {
        return List.of("postgres", "redis", "kafka").contains(pid.getFileName().toString());
    }

    /** Deletes everything but the lock. */
    void deleteData() {
        children(data).stream().filter(path -> !path.endsWith(FILE)).forEach(DataLock::delete);
    }

    private static List<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void delete(Path path) {
        try (Stream<Path> tree = Files.walk(path)) {
            for (Path one : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
