package dev.sagamart.systemtests.deployment;

import dev.sagamart.local.suite.Service;
import dev.sagamart.local.suite.SuiteOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The jar of a service, asked for the settings that its code and its libraries have. */
final class BuiltService {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern OWN_CLASS = Pattern.compile("(BOOT-INF/classes/)?dev/sagamart/.*\\.class");
    private static final String METADATA = "META-INF/(additional-)?spring-configuration-metadata.json";

    /** Others document no settings. */
    private static final Pattern LIBRARY =
            Pattern.compile("BOOT-INF/lib/((spring|resilience4j|messaging|service-defaults)-.*\\.jar)");

    /** Services share most libraries. */
    private static final Map<String, ConfigurationKeys> LIBRARIES = new HashMap<>();

    private BuiltService() {}

    static ConfigurationKeys keys(Service service) {
        String name = service.module();
        var keys = new ConfigurationKeys();
        try (var jar = new JarFile(SuiteOptions.findRoot()
                .resolve(name)
                .resolve("target")
                .resolve(name + ".jar")
                .toFile())) {
            for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
                var library = LIBRARY.matcher(entry.getName());
                if (library.matches()) {
                    keys.addAll(LIBRARIES.computeIfAbsent(library.group(1), known -> library(jar, entry)));
                } else if (OWN_CLASS.matcher(entry.getName()).matches()) {
                    keys.addAll(OwnKeys.of(jar.getInputStream(entry).readAllBytes()));
                }
            }
            return keys;
        } catch (IOException failure) {
            throw new UncheckedIOException(name + " is not built", failure);
        }
    }

    private static ConfigurationKeys library(JarFile jar, JarEntry library) {
        var keys = new ConfigurationKeys();
        try (var content = new ZipInputStream(jar.getInputStream(library))) {
            for (ZipEntry entry = content.getNextEntry(); entry != null; entry = content.getNextEntry()) {
                if (entry.getName().matches(METADATA)) {
                    keys.addAll(documented(content));
                } else if (OWN_CLASS.matcher(entry.getName()).matches()) {
                    keys.addAll(OwnKeys.of(content.readAllBytes()));
                }
            }
            return keys;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static ConfigurationKeys documented(InputStream metadata) throws IOException {
        var keys = new ConfigurationKeys();
        for (JsonNode property : JSON.readTree(metadata.readAllBytes()).path("properties")) {
            String name = property.path("name").asString();
            keys.add(name);
            if (property.path("type").asString("").startsWith("java.util.Map")) {
                keys.addMap(name);
            }
        }
        return keys;
    }
}
