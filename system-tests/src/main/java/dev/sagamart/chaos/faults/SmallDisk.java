package dev.sagamart.chaos.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file system in memory, little larger than what a folder holds, put in the folder's place. Needs root. */
final class SmallDisk {
    private static final long SPARE_BYTES = 64L << 20;
    private static final int CHUNK_BYTES = 1 << 16;

    private final Path folder;
    private final Path aside;
    private final Path filler;

    SmallDisk(Path folder) {
        this.folder = folder;
        this.aside = folder.resolveSibling(folder.getFileName() + ".aside");
        this.filler = folder.resolve("filler");
    }

    static boolean isPossible() {
        return "root".equals(System.getProperty("user.name")) && Files.exists(Path.of("/proc/self/mounts"));
    }

    void putUnder() {
        long bytes = used(folder) + SPARE_BYTES;
        run("cp", "-a", folder.toString(), aside.toString());
        run("mount", "-t", "tmpfs", "-o", "mode=0700,size=" + bytes, "sagamart-chaos", folder.toString());
        run("cp", "-a", aside + "/.", folder.toString());
        Folders.delete(aside);
    }

    void fill() {
        try (OutputStream file = Files.newOutputStream(filler)) {
            var chunk = new byte[CHUNK_BYTES];
            while (true) {
                file.write(chunk);
            }
        } catch (IOException full) {
            // as wanted
        }
    }

    void free() {
        try {
            Files.deleteIfExists(filler);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What lay under it before is older, and gives way to what it holds. */
    void takeAway() {
        run("cp", "-a", folder.toString(), aside.toString());
        run("umount", folder.toString());
        Folders.delete(folder);
        run("mv", aside.toString(), folder.toString());
    }

    /** What it takes of a disk; files with holes take less than their length. */
    private static long used(Path folder) {
        return Long.parseLong(run("du", "-s", "-B", "1", folder.toString()).split("\t", 2)[0]);
    }

    private static String run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", List.of(command)) + ": " + said.strip());
            }
            return said;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
