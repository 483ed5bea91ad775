package dev.sagamart.loadtests.gateway;

import dev.sagamart.loadtests.measuring.Spread;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rounds of both gateways in one scenario, in the order in which they took turns. */
record Comparison(Scenario scenario, int connections, List<Round> bare, List<Round> ours) {
    private static final String MILLIS = "%.2f";

    static String header() {
        return """
                | scenario | connections | figure | bare | ours | ours against bare |
                |---|---|---|---|---|---|""";
    }

    /** The lines of the Markdown table. */
    String lines() {
        String start = "| " + scenario.label() + " | " + connections + " | ";
        return Stream.of(
                        "requests/s | " + both("%.0f", Round::perSecond) + ratio(Round::perSecond),
                        "p50 ms | " + both(MILLIS, Round::p50Millis) + difference(Round::p50Millis),
                        "p99 ms | " + both(MILLIS, Round::p99Millis) + difference(Round::p99Millis),
                        "CPU ms per request | "
                                + both("%.3f", Round::processorMillisPerRequest)
                                + ratio(Round::processorMillisPerRequest))
                .map(line -> start + line + " |")
                .collect(Collectors.joining("\n"));
    }

    /** What makes the comparison invalid; empty if nothing does. */
    List<String> errors() {
        return Stream.concat(errors("bare", bare), errors("ours", ours)).toList();
    }

    private Stream<String> errors(String whose, List<Round> rounds) {
        return rounds.stream()
                .flatMap(round -> round.load().errors().entrySet().stream())
                .map(error -> scenario.label() + ", " + connections + " connections, " + whose + ": " + error.getValue()
                        + " times " + error.getKey());
    }

    private String both(String format, Figure figure) {
        return Spread.of(bare, figure).text(format) + " | "
                + Spread.of(ours, figure).text(format) + " | ";
    }

    private String ratio(Figure figure) {
        return "× "
                + Spread.ofPairs(ours, bare, figure, (one, other) -> one / other)
                        .text(MILLIS);
    }

    private String difference(Figure figure) {
        return "+ "
                + Spread.ofPairs(ours, bare, figure, (one, other) -> one - other)
                        .text(MILLIS);
    }

    private interface Figure extends ToDoubleFunction<Round> {}
}
