package dev.sagamart.chaos.faults;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole folders of a server's data. */
public final class Folders {
    private Folders() {}

    /** Deletes it with all that is in it, if it is there. */
    public static void delete(Path folder) {
        try {
            for (Path one : tree(folder).reversed()) {
                Files.deleteIfExists(one);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static void copy(Path from, Path to) {
        try {
            for (Path one : tree(from)) {
                Path target = to.resolve(from.relativize(one).toString());
                if (Files.isDirectory(one)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(one, target);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Path newest(Path folder, String ending) {
        return files(folder, ending).stream()
                .max(Comparator.comparingLong(path -> path.toFile().lastModified()))
                .orElseThrow(() -> new IllegalStateException("no *" + ending + " in " + folder));
    }

    static List<Path> files(Path folder, String ending) {
        return tree(folder).stream()
                .filter(path -> path.toString().endsWith(ending))
                .toList();
    }

    /** Cuts off the end of a file; answers how many bytes that were. */
    static long cut(Path file, int bytes) {
        try (var open = new RandomAccessFile(file.toFile(), "rw")) {
            long before = open.length();
            open.setLength(Math.max(0, before - bytes));
            return before - open.length();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<Path> tree(Path folder) {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
