package dev.sagamart.defaults.problem;

import tools.jackson.core.JacksonException;

/** Where in a document a reader stopped, such as {@code items[0].quantity}; names no class. */
final class JsonPath {
    private JsonPath() {}

    static String of(JacksonException failure) {
        var path = new StringBuilder();
        failure.getPath().forEach(step -> {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        });
        return path.toString();
    }
}
