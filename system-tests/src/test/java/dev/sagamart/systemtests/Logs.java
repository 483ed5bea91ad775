package dev.sagamart.systemtests;

import dev.sagamart.local.suite.Service;
import dev.sagamart.systemtests.suite.SuiteUnderTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the processes of the suite have written so far. */
public final class Logs {
    private static final String STACK_FRAME = "^\\s+at [\\w.$/]+\\(.*\\).*";
    private static final String ERROR = "^\\S+\\s+ERROR .*";

    private Logs() {}

    static Stream<Line> services(SuiteUnderTest suite) {
        List<String> services = Stream.of(Service.values()).map(Service::label).toList();
        return files(suite)
                .filter(file -> services.contains(file.getFileName().toString().replaceAll("\\.log.*", "")))
                .flatMap(Logs::lines);
    }

    /** The lines of services that somebody would have to look into. */
    public static List<String> alarming(SuiteUnderTest suite) {
        return services(suite)
                .filter(line -> line.text().matches(STACK_FRAME) || line.text().matches(ERROR))
                .map(Line::toString)
                .toList();
    }

    static Stream<Line> all(SuiteUnderTest suite) {
        return files(suite).flatMap(Logs::lines);
    }

    private static Stream<Path> files(SuiteUnderTest suite) {
        try (Stream<Path> files = Files.list(suite.logs())) {
            return files.toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Stream<Line> lines(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1)
                    .lines()
                    .map(text -> new Line(file.getFileName().toString(), text));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    record Line(String file, String text) {
        @Override
        public String toString() {
            return file + ": " + text.substring(0, Math.min(text.length(), 300));
        }
    }
}
