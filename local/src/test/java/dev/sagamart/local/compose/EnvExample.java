package dev.sagamart.local.compose;

import java.util.LinkedHashMap;
import java.util.Map;

/** The file that people copy to {@code .env}. */
final class EnvExample {
    private EnvExample() {}

    /** What is set in it. */
    static Map<String, String> values() {
        return read(false);
    }

    /** What is in it, also what stands behind a comment sign for those who want it. */
    static Map<String, String> all() {
        return read(true);
    }

    private static Map<String, String> read(boolean optional) {
        Map<String, String> values = new LinkedHashMap<>();
        Checkout.text(".env.example")
                .lines()
                .map(line -> optional && line.matches("#[A-Z_]+=.*") ? line.substring(1) : line)
                .filter(line -> line.matches("[A-Z_]+=.*"))
                .map(line -> line.split("=", 2))
                .forEach(pair -> values.put(pair[0], pair[1]));
        return values;
    }
}
