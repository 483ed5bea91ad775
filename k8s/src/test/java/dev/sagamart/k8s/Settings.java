package dev.sagamart.k8s;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The environment that a service gets in an overlay: from its ConfigMaps, then its own variables. */
final class Settings {
    private Settings() {}

    /** A value from a Secret is empty. */
    static Map<String, String> of(Overlay overlay, String service) {
        Container container =
                Pods.of(overlay).get(service).getSpec().getContainers().getFirst();
        Map<String, String> environment = new TreeMap<>();
        container
                .getEnvFrom()
                .forEach(source -> environment.putAll(
                        configMap(overlay, source.getConfigMapRef().getName())));
        for (EnvVar variable : container.getEnv()) {
            environment.put(variable.getName(), variable.getValue() == null ? "" : variable.getValue());
        }
        return environment;
    }

    private static Map<String, String> configMap(Overlay overlay, String name) {
        return overlay.all("ConfigMap", ConfigMap.class).stream()
                .filter(map -> map.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no ConfigMap " + name))
                .getData();
    }

    /** Whether a variable sets a property, in the form with or the one without separate words. */
    static boolean sets(String variable, String property) {
        String words = property.toUpperCase(Locale.ROOT).replace('.', '_');
        String joined = words.replace("-", "");
        String separate = words.replace('-', '_');
        return property.endsWith(".")
                ? variable.startsWith(joined) || variable.startsWith(separate)
                : variable.equals(joined) || variable.equals(separate);
    }
}
