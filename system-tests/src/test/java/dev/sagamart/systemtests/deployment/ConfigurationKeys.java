package dev.sagamart.systemtests.deployment;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The keys that a service knows, asked for by the names that environment variables have. */
final class ConfigurationKeys {
    private final Set<String> names = new HashSet<>();
    private final Set<String> beginnings = new HashSet<>();

    void add(String key) {
        names.add(name(key.replace("-", "")));
        names.add(name(key.replace('-', '_')));
    }

    /** A key with keys of its own below it that nobody can know. */
    void addMap(String key) {
        beginnings.add(name(key.replace("-", "")) + "_");
        beginnings.add(name(key.replace('-', '_')) + "_");
    }

    void addAll(ConfigurationKeys others) {
        names.addAll(others.names);
        beginnings.addAll(others.beginnings);
    }

    boolean know(String variable) {
        return names.contains(variable) || beginnings.stream().anyMatch(variable::startsWith);
    }

    private static String name(String key) {
        return key.replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
