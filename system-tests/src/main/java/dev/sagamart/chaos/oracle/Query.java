package dev.sagamart.chaos.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A query whose rows prove that its sentence is wrong.
 *
 * @param database where it is asked
 */
record Query(String id, String database, String sentence, String sql) {
    private static final Pattern HEAD = Pattern.compile("-- (I\\d+) (?:\\[(\\w+)] )?(.*)\n");
    private static final Pattern BETWEEN = Pattern.compile("\n\n(?=-- I\\d)");

    /** Those of a file beside this class. */
    static List<Query> in(String file) {
        return BETWEEN.splitAsStream(text(file)).flatMap(Query::parse).toList();
    }

    private static Stream<Query> parse(String text) {
        var head = HEAD.matcher(text);
        if (!head.lookingAt()) {
            return Stream.empty();
        }
        String database = head.group(2) == null ? Books.NAME : head.group(2);
        return Stream.of(new Query(
                head.group(1),
                database,
                head.group(3),
                text.substring(head.end()).strip()));
    }

    static String text(String file) {
        try (var resource = Query.class.getResourceAsStream(file)) {
            if (resource == null) {
                throw new IllegalStateException(file + " is missing");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Invariant with(Databases databases) {
        return new QueryInvariant(this, databases);
    }
}
