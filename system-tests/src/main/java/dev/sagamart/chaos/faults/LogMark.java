package dev.sagamart.chaos.faults;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A place in a log, to see what was said after it. */
record LogMark(Path log, long position) {

    static LogMark endOf(Path log) {
        return new LogMark(log, size(log));
    }

    private static long size(Path log) {
        return log.toFile().length();
    }

    /** How many lines since then have the text; a log that has begun anew counts from its begin. */
    long count(String text) {
        if (!Files.exists(log)) {
            return 0;
        }
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(file.length() < position ? 0 : position);
            var rest = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(rest);
            return new String(rest, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains(text))
                    .count();
        } catch (IOException unreadable) {
            return 0;
        }
    }
}
