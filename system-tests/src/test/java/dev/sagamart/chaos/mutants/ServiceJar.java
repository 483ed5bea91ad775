package dev.sagamart.chaos.mutants;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/** What is in the jar of a service, laid out so that a class loader can look at it. */
final class ServiceJar {
    private static final String CLASSES = "BOOT-INF/classes/";
    private static final String LIBRARIES = "BOOT-INF/lib/";

    /** Those that have places for the agent; the others would only take time. */
    private static final Pattern OF_INTEREST =
            Pattern.compile(LIBRARIES + "(messaging|service-defaults|flyway-core|spring-kafka)-[0-9].*\\.jar");

    private final Path jar;

    ServiceJar(Path jar) {
        this.jar = jar;
    }

    List<String> libraries() throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.startsWith(LIBRARIES) && name.endsWith(".jar"))
                    .map(name -> name.substring(LIBRARIES.length()))
                    .toList();
        }
    }

    URLClassLoader unpackedTo(Path folder) throws IOException {
        List<URL> path = new ArrayList<>();
        path.add(Files.createDirectories(folder.resolve(CLASSES)).toUri().toURL());
        try (var file = new JarFile(jar.toFile())) {
            for (JarEntry entry : (Iterable<JarEntry>) file.stream()::iterator) {
                if (!entry.isDirectory() && isOfInterest(entry.getName())) {
                    Path copy = folder.resolve(entry.getName());
                    Files.createDirectories(copy.getParent());
                    try (var content = file.getInputStream(entry)) {
                        Files.copy(content, copy);
                    }
                    if (entry.getName().startsWith(LIBRARIES)) {
                        path.add(copy.toUri().toURL());
                    }
                }
            }
        }
        return new URLClassLoader(path.toArray(URL[]::new), null);
    }

    private static boolean isOfInterest(String name) {
        return name.startsWith(CLASSES) || OF_INTEREST.matcher(name).matches();
    }
}
