package dev.sagamart.loadtests.surge;

import dev.sagamart.loadtests.measuring.Replies;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * What there is to tell of a run, as Markdown.
 *
 * @param atEnd what was waiting inside when the surge ended
 * @param later the same after the light load that followed
 */
record Report(Figures figures, Map<String, MemoryWatch.Use> memory, Map<String, Long> atEnd, Map<String, Long> later) {
    private static final double MEBIBYTE = 1 << 20;

    /** @param books what is wrong with them */
    String text(List<String> books) {
        return String.join("\n", requests(), recovery(), waiting(), processes(), verdict(books));
    }

    private String requests() {
        var table = new StringJoiner("\n", "", "\n");
        table.add(String.format(
                Locale.ROOT,
                "Sustainable: %.0f orders/s. Offered: %.0f requests/s for %d s (wanted: %.0f).\n",
                figures.sustainable(),
                figures.perSecond(figures.surge()),
                figures.length().toSeconds(),
                figures.wanted()));
        table.add("| answer | per second | share | p50 ms | p99 ms |").add("|---|--:|--:|--:|--:|");
        table.add(answers("accepted (201, 202)", Figures.accepted(figures.surge())));
        for (int status : figures.surge().countByStatus().keySet()) {
            table.add(answers(
                    status == 0 ? "none" : Integer.toString(status),
                    figures.surge().with(status)));
        }
        return table.toString();
    }

    private String answers(String name, Replies some) {
        return String.format(
                Locale.ROOT,
                "| %s | %.0f | %.1f %% | %.1f | %.1f |",
                name,
                figures.perSecond(some),
                100 * figures.share(some),
                some.millis(50),
                some.millis(99));
    }

    private String recovery() {
        var table = new StringJoiner("\n", "", "\n");
        table.add(
                figures.recovered().isPresent()
                        ? "As before in second " + figures.recovered().getAsInt() + " after the surge."
                        : "Not as before in any second after the surge.");
        table.add(String.format(Locale.ROOT, "p99 of a light load, before: %.1f ms.\n", figures.usualMillis()));
        table.add("| second after | p99 ms | turned away |").add("|--:|--:|--:|");
        int number = 0;
        for (Replies second : figures.secondsAfter()) {
            int turnedAway = second.count() - Figures.accepted(second).count();
            table.add(String.format(Locale.ROOT, "| %d | %.1f | %d |", ++number, second.millis(99), turnedAway));
        }
        return table.toString();
    }

    private String waiting() {
        var table = new StringJoiner("\n", "", "\n");
        table.add("| waiting | at the end of the surge | %d s later |".formatted(Figures.LIGHT.toSeconds()));
        table.add("|---|--:|--:|");
        atEnd.forEach(
                (what, rows) -> table.add("| %s | %d | %d |".formatted(what, rows, later.getOrDefault(what, 0L))));
        return table.toString();
    }

    private String processes() {
        var table = new StringJoiner("\n", "", "\n");
        table.add("| process | MiB before | at most | after |").add("|---|--:|--:|--:|");
        memory.forEach((name, use) -> table.add(String.format(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %.0f |",
                name,
                use.first() / MEBIBYTE,
                use.most() / MEBIBYTE,
                use.last() / MEBIBYTE)));
        return table.toString();
    }

    private String verdict(List<String> books) {
        String verdict = books.isEmpty() ? "The books agree." : "FAILED: " + String.join("\nFAILED: ", books);
        return figures.errors().stream()
                .map(error -> "\nFAILED: " + error)
                .collect(Collectors.joining("", verdict, ""));
    }
}
