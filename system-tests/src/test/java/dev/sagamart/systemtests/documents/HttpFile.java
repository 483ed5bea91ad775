package dev.sagamart.systemtests.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file of example requests: its variables, and requests whose titles end with the outcome. */
record HttpFile(Path path, Map<String, String> variables, List<Example> examples) {
    private static final Pattern VARIABLE = Pattern.compile("@(\\w+) = (.+)");
    private static final Pattern USE = Pattern.compile("\\{\\{(\\w+)}}");

    /** One request, not yet filled in. */
    record Example(String title, String outcome, String method, String url, Map<String, String> headers, String body) {}

    static HttpFile read(Path path) throws IOException {
        String[] parts = Files.readString(path).split("(?m)^### ");
        Map<String, String> variables = new HashMap<>();
        parts[0].lines()
                .map(VARIABLE::matcher)
                .filter(Matcher::matches)
                .forEach(variable -> variables.put(variable.group(1), variable.group(2)));
        List<Example> examples = new ArrayList<>();
        for (int index = 1; index < parts.length; index++) {
            examples.add(example(parts[index]));
        }
        return new HttpFile(path, variables, examples);
    }

    private static Example example(String text) {
        String[] headAndBody = text.split("\n\n", 2);
        String[] head = headAndBody[0].split("\n");
        String[] request = head[1].split(" ");
        Map<String, String> headers = new LinkedHashMap<>();
        for (int line = 2; line < head.length; line++) {
            String[] header = head[line].split(": ", 2);
            headers.put(header[0], header[1]);
        }
        String title = head[0].strip();
        String outcome = title.substring(title.lastIndexOf(": ") + 2);
        String body = headAndBody.length == 2 ? headAndBody[1].strip() : "";
        return new Example(title, outcome, request[0], request[1], headers, body);
    }

    /** The text with the values of the variables, and a file in place of its name. */
    String fill(String text, Map<String, String> values) {
        if (text.startsWith("< ")) {
            return include(path.resolveSibling(text.substring(2)));
        }
        return USE.matcher(text).replaceAll(use -> {
            String name = use.group(1);
            if (!variables.containsKey(name)) {
                throw new IllegalArgumentException(path + " has no variable " + name);
            }
            return Matcher.quoteReplacement(values.getOrDefault(name, variables.getOrDefault(name, "")));
        });
    }

    private static String include(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
