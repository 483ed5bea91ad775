package dev.sagamart.local.infrastructure;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Keeps Ctrl-C of a terminal away from child processes, so that they can be stopped in order. */
final class OwnSession {
    private static final List<String> PREFIX = findPrefix();

    private OwnSession() {}

    static List<String> prefix() {
        return PREFIX;
    }

    private static List<String> findPrefix() {
        if (onPath("setsid")) {
            return List.of("setsid");
        }
        return onPath("perl") ? List.of("perl", "-e", "use POSIX; POSIX::setsid(); exec @ARGV;") : List.of();
    }

    static boolean onPath(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
