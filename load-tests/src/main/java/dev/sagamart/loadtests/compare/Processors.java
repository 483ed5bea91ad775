package dev.sagamart.loadtests.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What processes have used of the processors, with their children, those that have ended too (Linux only). */
final class Processors {
    /** Of {@code /proc/PID/stat}: times are given in hundredths of a second everywhere. */
    private static final double TICKS_PER_SECOND = 100;

    private static final int FIRST_TIME = 11;
    private static final int TIMES = 4;

    private Processors() {}

    /** Seconds per name, of all its processes. */
    static Map<String, Double> used(Map<String, List<ProcessHandle>> roots) {
        Map<String, Double> seconds = new LinkedHashMap<>();
        roots.forEach((name, all) -> seconds.put(
                name,
                all.stream()
                        .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                        .mapToDouble(Processors::seconds)
                        .sum()));
        return seconds;
    }

    private static double seconds(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            long ticks = 0;
            for (int field = FIRST_TIME; field < FIRST_TIME + TIMES; field++) {
                ticks += Long.parseLong(fields[field]);
            }
            return ticks / TICKS_PER_SECOND;
        } catch (IOException gone) {
            return 0;
        }
    }
}
