package dev.sagamart.local.compose;

import dev.sagamart.local.suite.SuiteOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files of the checkout, by their path from its root. */
public final class Checkout {
    private static final JsonMapper JSON = new JsonMapper();

    private Checkout() {}

    public static Path path(String file) {
        return SuiteOptions.findRoot().resolve(file);
    }

    public static String text(String file) {
        try {
            return Files.readString(path(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static JsonNode json(String file) {
        return JSON.readTree(text(file));
    }

    /** With its anchors and merges resolved. */
    public static JsonNode yaml(String file) {
        Object loaded = new Yaml(new SafeConstructor(new LoaderOptions())).load(text(file));
        return JSON.valueToTree(loaded);
    }

    /** What is in a folder and has this ending. */
    public static List<String> files(String folder, String ending) {
        try (var files = Files.list(path(folder))) {
            return files.map(file -> folder + "/" + file.getFileName())
                    .filter(file -> file.endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
