package dev.sagamart.chaos.cluster;

import dev.sagamart.local.suite.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.JarFile;

/** Copies of the built services, laid out as in the checkout: a build meanwhile does not change what a restart starts. */
final class Programs {
    private final Path root;

    Programs(Path root) {
        this.root = root;
    }

    /** Answers the folder that may serve as root of the suite. */
    Path copyTo(Path folder) {
        try {
            for (Service service : Service.values()) {
                Path jar = Path.of(service.module(), "target", service.module() + ".jar");
                copy(root.resolve(jar), folder.resolve(jar));
            }
            for (Path agent : Agent.jarBelow(root)) {
                copy(agent, folder.resolve(root.relativize(agent)));
            }
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException("the services cannot be copied; are they built?", failure);
        }
    }

    private static void copy(Path built, Path copy) throws IOException {
        Files.createDirectories(copy.getParent());
        Files.copy(built, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        try (var whole = new JarFile(copy.toFile())) { // fails for one that was just being written
            whole.getManifest();
        }
    }
}
