package dev.sagamart.chaos.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Searches the logs for what must not be there. */
final class LogSearch implements Invariant {
    private static final Map<String, Pattern> UNWANTED = new TreeMap<>(Map.of(
            "out of memory", Pattern.compile("OutOfMemoryError"),
            "a thread that died", Pattern.compile("^Exception in thread"),
            "a token", Pattern.compile("eyJ[\\w-]{10,}\\.eyJ[\\w-]{10,}\\.[\\w-]{10,}")));
    private static final Pattern ERROR = Pattern.compile("^\\S+ +ERROR ");
    private static final int MOST_ERRORS = 5000;

    private final Path logs;

    LogSearch(Path logs) {
        this.logs = logs;
    }

    @Override
    public String id() {
        return "I17";
    }

    @Override
    public String sentence() {
        return "No log tells of exhausted memory, dead threads or tokens, and none is flooded with errors.";
    }

    @Override
    public List<String> violations() throws IOException {
        List<String> violations = new ArrayList<>();
        try (Stream<Path> files = Files.list(logs)) {
            for (Path file : files.sorted().toList()) {
                search(file, violations);
            }
        }
        return violations;
    }

    private static void search(Path file, List<String> violations) {
        int errors = 0;
        Map<String, Integer> lines = new TreeMap<>();
        try (Stream<String> text = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            for (String line : (Iterable<String>) text::iterator) {
                errors += ERROR.matcher(line).find() ? 1 : 0;
                UNWANTED.forEach((name, pattern) -> {
                    if (pattern.matcher(line).find()) {
                        lines.merge(name, 1, Integer::sum);
                    }
                });
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        lines.forEach((name, count) -> violations.add(file.getFileName() + ": " + name + " on " + count + " lines"));
        if (errors > MOST_ERRORS) {
            violations.add(file.getFileName() + ": " + errors + " errors");
        }
    }
}
