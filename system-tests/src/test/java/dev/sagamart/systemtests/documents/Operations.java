package dev.sagamart.systemtests.documents;

import dev.sagamart.local.suite.SuiteOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything that the checked-in documents offer. */
public final class Operations {
    private Operations() {}

    public static List<Operation> all() {
        List<Operation> all = new ArrayList<>();
        for (Path file : files()) {
            JsonNode document = JsonMapper.shared().readTree(file);
            document.path("paths")
                    .forEachEntry((path, methods) -> methods.forEachEntry(
                            (method, operation) -> all.add(Operation.of(method, path, operation, document))));
        }
        all.sort(Comparator.comparing(Operation::path).thenComparing(Operation::method));
        var names = new HashSet<String>();
        all.removeIf(operation -> !names.add(operation.name())); // several services have the same desk
        return all;
    }

    private static List<Path> files() {
        try (var files = Files.list(SuiteOptions.findRoot().resolve("docs/openapi"))) {
            return files.sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
