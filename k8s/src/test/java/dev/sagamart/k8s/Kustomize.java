package dev.sagamart.k8s;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Kustomize, where the machine has it. */
final class Kustomize {
    private Kustomize() {}

    /** Empty if neither kubectl nor kustomize is on the path. */
    static Optional<String> render(Path folder) {
        return command().map(command -> run(command, folder));
    }

    private static Optional<List<String>> command() {
        return isPresent("kubectl")
                ? Optional.of(List.of("kubectl", "kustomize"))
                : Optional.of(List.of("kustomize", "build")).filter(command -> isPresent("kustomize"));
    }

    private static boolean isPresent(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static String run(List<String> command, Path folder) {
        try {
            var process = new ProcessBuilder(Stream.concat(command.stream(), Stream.of(folder.toString()))
                            .toList())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var rendered = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(folder + " does not render");
            }
            return rendered;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
