package dev.sagamart.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.gateway.routing.Endpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The documents and the gateway must not tell two stories about what there is and who may call it. */
class DocumentedRoutesTest {
    private static final Path DOCUMENTS = Path.of("../docs/openapi");

    @Test
    void what_is_documented_is_what_is_offered_to_the_same_people() throws IOException {
        List<String> offered = Endpoints.ALL.stream()
                .map(row -> "%s %s %s".formatted(row.method(), row.path(), row.access()))
                .toList();

        assertThat(documented()).containsExactlyInAnyOrderElementsOf(offered);
    }

    private static List<String> documented() throws IOException {
        List<String> documented = new ArrayList<>();
        try (var files = Files.list(DOCUMENTS)) {
            for (Path file : files.toList()) {
                JsonNode paths =
                        JsonMapper.shared().readTree(Files.readAllBytes(file)).path("paths");
                paths.forEachEntry((path, methods) -> methods.forEachEntry((method, operation) -> paths(path, operation)
                        .forEach(one -> documented.add(
                                "%s %s %s".formatted(method.toUpperCase(Locale.ROOT), one, access(operation))))));
            }
        }
        return documented;
    }

    /** A part of a path that may only be one of some words stands for a path with each of them. */
    private static List<String> paths(String path, JsonNode operation) {
        List<String> paths = List.of(path);
        for (JsonNode parameter : operation.path("parameters")) {
            List<String> words = new ArrayList<>();
            if (parameter.path("in").asString().equals("path")) {
                parameter.path("schema").path("enum").forEach(word -> words.add(word.asString()));
            }
            if (!words.isEmpty()) {
                String name = "{" + parameter.path("name").asString() + "}";
                paths = paths.stream()
                        .flatMap(one -> words.stream().map(word -> one.replace(name, word)))
                        .toList();
            }
        }
        return paths;
    }

    private static String access(JsonNode operation) {
        JsonNode scopes = operation.path("security").path(0).path("bearer");
        if (scopes.isMissingNode()) {
            return "ANYONE";
        }
        return scopes.isEmpty() ? "USER" : "ADMIN";
    }
}
