package dev.sagamart.local.compose;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names of metrics: those that services export, and those that a query asks for. */
final class Metrics {
    /** Made by Prometheus itself for everything that it asks. */
    private static final Set<String> OF_PROMETHEUS = Set.of("up");

    private static final Pattern STRING = Pattern.compile("\"[^\"]*\"");
    private static final Pattern LABELS = Pattern.compile("\\{[^}]*}|\\b(by|on|without) \\([^)]*\\)");
    private static final Pattern RANGE = Pattern.compile("\\[[^]]*]");
    private static final Pattern WORD = Pattern.compile("[a-z_][a-z0-9_]*(?![a-z0-9_]*\\s*\\()");
    private static final Set<String> WORDS_OF_THE_LANGUAGE = Set.of("and", "or", "unless", "by", "on", "without");

    private Metrics() {}

    /** By name, with the services that export it. */
    static Map<String, List<String>> exported() {
        Map<String, List<String>> exported = new TreeMap<>();
        Checkout.text("local/compose/observability/metrics")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(": "))
                .forEach(line -> exported.put(line[0], List.of(line[1].split(" "))));
        return exported;
    }

    /** What a query in PromQL asks for. */
    static Set<String> askedFor(String query) {
        String bare = STRING.matcher(query).replaceAll("");
        bare = LABELS.matcher(bare).replaceAll("");
        bare = RANGE.matcher(bare).replaceAll("");
        return WORD.matcher(bare)
                .results()
                .map(MatchResult::group)
                .filter(word -> !WORDS_OF_THE_LANGUAGE.contains(word) && !OF_PROMETHEUS.contains(word))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
