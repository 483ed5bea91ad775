package dev.sagamart.k8s;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The kinds without a Java model, with the paths that we use and have looked up in their definitions. Values are not
 * checked. {@code []} is an item of a list, {@code *} any key.
 */
final class AllowedKeys {
    private static final String LIST = "allowed-keys.txt";

    private final Map<String, Set<String>> paths;

    private AllowedKeys(Map<String, Set<String>> paths) {
        this.paths = paths;
    }

    static AllowedKeys read() {
        var file = Repository.K8S.resolve("src/test/resources").resolve(LIST);
        return new AllowedKeys(Repository.read(file)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .collect(Collectors.groupingBy(
                        line -> line.substring(0, line.lastIndexOf(' ')),
                        Collectors.mapping(line -> line.substring(line.lastIndexOf(' ') + 1), Collectors.toSet()))));
    }

    boolean know(Manifest manifest) {
        return paths.containsKey(manifest.type());
    }

    List<String> unknownIn(Manifest manifest) {
        List<String> found = new ArrayList<>();
        collect("", manifest.tree(), found);
        Set<String> allowed = paths.getOrDefault(manifest.type(), Set.of());
        return found.stream()
                .filter(path -> !path.matches("apiVersion|kind|metadata\\.(name|namespace)"))
                .filter(path -> !allowed.contains(path) && !allowed.contains(path.replaceFirst("[^.]+$", "*")))
                .toList();
    }

    private static void collect(String path, Object value, List<String> found) {
        switch (value) {
            case Map<?, ?> object ->
                object.forEach((key, inner) -> collect(path.isEmpty() ? "" + key : path + "." + key, inner, found));
            case List<?> list -> list.forEach(item -> collect(path + "[]", item, found));
            default -> found.add(path);
        }
    }
}
