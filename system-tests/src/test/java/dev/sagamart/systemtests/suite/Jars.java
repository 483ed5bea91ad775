package dev.sagamart.systemtests.suite;

import dev.sagamart.local.suite.Service;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The built services, which this module starts but, as all modules, does not depend on. */
final class Jars {
    private Jars() {}

    static void require(Path root) {
        List<String> missing = Stream.of(Service.values())
                .map(Jars::module)
                .filter(module ->
                        Files.notExists(root.resolve(module).resolve("target").resolve(module + ".jar")))
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("not built: %s. Run: mvn -DskipTests -pl %s -am package"
                    .formatted(String.join(", ", missing), String.join(",", missing)));
        }
    }

    private static String module(Service service) {
        return service == Service.GATEWAY ? service.label() : service.label() + "-service";
    }
}
