package dev.sagamart.faultagent;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stands behind the equals sign of {@code -javaagent}. */
record Arguments(@Nullable Path control, Set<Mutant> mutants) {

    static Arguments parse(@Nullable String text) {
        Map<String, String> values = new HashMap<>();
        for (String part : Objects.requireNonNullElse(text, "").split(";", -1)) {
            String[] pair = part.split("=", 2);
            if (pair.length < 2 || !Set.of("control", "mutants").contains(pair[0])) {
                throw new IllegalArgumentException("not an argument of the agent: " + part);
            }
            values.put(pair[0], pair[1]);
        }
        Set<Mutant> mutants = EnumSet.noneOf(Mutant.class);
        if (values.containsKey("mutants")) {
            Arrays.stream(values.get("mutants").split("\\+", -1))
                    .map(Mutant::valueOf)
                    .forEach(mutants::add);
        }
        String control = values.get("control");
        return new Arguments(control == null ? null : Path.of(control).toAbsolutePath(), mutants);
    }
}
