package dev.sagamart.k8s;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files of the project. */
final class Repository {
    /** The folder of the manifests, in which tests run. */
    static final Path K8S = Path.of("").toAbsolutePath();

    static final Path ROOT = K8S.getParent();

    private Repository() {}

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The Java sources of a module, one text each. */
    static List<String> sources(String module) {
        return files(ROOT.resolve(module).resolve("src/main/java"), ".java").stream()
                .map(Repository::read)
                .toList();
    }

    static List<Path> files(Path folder, String... endings) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> List.of(endings).stream().anyMatch(file.toString()::endsWith))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
