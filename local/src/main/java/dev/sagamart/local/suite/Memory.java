package dev.sagamart.local.suite;

import dev.sagamart.local.infrastructure.ChildProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Resident memory of a process with its children; pages that they share count once where the system can tell. */
final class Memory {
    private Memory() {}

    static long ofBytes(ChildProcess process) {
        List<ProcessHandle> tree = process.tree().toList();
        String counter = tree.size() > 1 ? "Pss:" : "Rss:";
        return tree.stream()
                .mapToLong(one -> kilobytes(one.pid(), counter) * 1024)
                .sum();
    }

    static long ofBytes(long pid) {
        return kilobytes(pid, "Rss:") * 1024;
    }

    private static long kilobytes(long pid, String counter) {
        Path counters = Path.of("/proc", Long.toString(pid), "smaps_rollup");
        try {
            return Files.exists(counters) ? fromLinux(counters, counter) : fromPs(pid);
        } catch (IOException | NumberFormatException gone) {
            return 0;
        }
    }

    private static long fromLinux(Path counters, String counter) throws IOException {
        return Files.readAllLines(counters).stream()
                .filter(line -> line.startsWith(counter))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .mapToLong(Long::parseLong)
                .sum();
    }

    private static long fromPs(long pid) throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
        try (var output = ps.getInputStream()) {
            return Long.parseLong(new String(output.readAllBytes(), StandardCharsets.US_ASCII).strip());
        }
    }
}
