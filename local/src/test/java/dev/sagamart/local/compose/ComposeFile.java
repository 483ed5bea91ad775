package dev.sagamart.local.compose;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The file docker-compose.yml. */
final class ComposeFile {
    static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\$\\{([A-Z_]+)(?::([-?])([^}]*))?}");

    private final JsonNode root = Checkout.yaml("docker-compose.yml");

    JsonNode root() {
        return root;
    }

    Set<String> names() {
        return root.path("services").properties().stream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    JsonNode service(String name) {
        return root.path("services").path(name);
    }

    /** As it is written, in the order of the file. */
    Map<String, String> environment(String service) {
        Map<String, String> environment = new LinkedHashMap<>();
        service(service)
                .path("environment")
                .properties()
                .forEach(entry ->
                        environment.put(entry.getKey(), entry.getValue().asString("")));
        return environment;
    }

    /** With what {@code .env.example} and the defaults of the file say. */
    String resolved(String service, String variable) {
        String written = environment(service).get(variable);
        if (written == null) {
            throw new AssertionError(service + " has no " + variable);
        }
        Map<String, String> values = EnvExample.values();
        return VARIABLE.matcher(written)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "")));
    }

    List<Matcher> variables() {
        Matcher found = VARIABLE.matcher(Checkout.text("docker-compose.yml"));
        return found.results()
                .map(result -> VARIABLE.matcher(result.group()))
                .peek(Matcher::matches)
                .toList();
    }

    static int mebibytes(JsonNode service) {
        String limit = service.path("mem_limit").asString("");
        if (!limit.matches("[0-9]+m")) {
            throw new AssertionError("a memory limit in m is wanted: " + limit);
        }
        return Integer.parseInt(limit.substring(0, limit.length() - 1));
    }
}
