package dev.sagamart.loadtests.compare;

import dev.sagamart.loadtests.measuring.Spread;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** All rounds of a scenario through one entrance, and those of the peer beside them, if it has such a thing. */
record Row(Scenario scenario, Entrance entrance, int connections, List<Turn> ours, List<PeerTurn> peer) {
    private static final String NOTHING = "–";

    static String header() {
        return """
                | scenario | at | connections | requests/s | peer | ratio | p50 ms | peer | p99 ms | peer | CPU ms | peer | of it |
                |---|---|--:|---|---|--:|--:|--:|--:|--:|--:|--:|---|""";
    }

    String line() {
        return "| "
                + String.join(
                        " | ",
                        scenario.label(),
                        entrance.name().toLowerCase(Locale.ROOT),
                        Integer.toString(connections),
                        Spread.of(ours, Turn::perSecond).text("%.0f"),
                        peer.isEmpty()
                                ? NOTHING
                                : Spread.of(peer, PeerTurn::perSecond).text("%.0f"),
                        peer.isEmpty() ? NOTHING : String.format(Locale.ROOT, "× %.2f", ratio()),
                        middle("%.1f", ours, Turn::p50Millis),
                        middle("%.1f", peer, PeerTurn::p50Millis),
                        middle("%.1f", ours, Turn::p99Millis),
                        middle("%.1f", peer, PeerTurn::p99Millis),
                        middle("%.2f", ours, Turn::processorMillis),
                        middle("%.2f", peer, PeerTurn::processorMillis),
                        ours.getLast().processorMillisByName())
                + " |";
    }

    private double ratio() {
        return Spread.of(ours, Turn::perSecond).median()
                / Spread.of(peer, PeerTurn::perSecond).median();
    }

    private static <T> String middle(String format, List<T> turns, ToDoubleFunction<T> figure) {
        return turns.isEmpty()
                ? NOTHING
                : String.format(Locale.ROOT, format, Spread.of(turns, figure).median());
    }

    /** What makes the row worthless; empty if nothing does. */
    List<String> errors() {
        return ours.stream()
                .flatMap(turn -> turn.errors(scenario).stream())
                .map(error -> scenario.label() + " at the " + entrance.name().toLowerCase(Locale.ROOT) + ", "
                        + connections + " connections: " + error)
                .toList();
    }
}
