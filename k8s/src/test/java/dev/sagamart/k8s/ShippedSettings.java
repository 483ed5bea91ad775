package dev.sagamart.k8s;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What a service says in its own {@code application.yml} and in the defaults of all services. */
final class ShippedSettings {
    private static final Path DEFAULTS =
            Repository.ROOT.resolve("libs/service-defaults/src/main/resources/sagamart-defaults.yml");

    private ShippedSettings() {}

    static Map<String, String> of(String service) {
        Map<String, String> settings = new HashMap<>();
        Path own = Repository.ROOT.resolve(service).resolve("src/main/resources/application.yml");
        Stream.of(DEFAULTS, own)
                .filter(file -> !service.equals(Services.GATEWAY) || file.equals(own))
                .forEach(file -> flatten("", yaml(file), settings));
        return settings;
    }

    private static Object yaml(Path file) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(Repository.read(file));
    }

    private static void flatten(String path, Object value, Map<String, String> settings) {
        if (value instanceof Map<?, ?> tree) {
            tree.forEach((key, inner) -> flatten(path.isEmpty() ? "" + key : path + "." + key, inner, settings));
        } else {
            settings.put(path, String.valueOf(value));
        }
    }
}
