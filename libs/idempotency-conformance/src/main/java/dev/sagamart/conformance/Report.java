package dev.sagamart.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Results for people to read. */
public final class Report {
    private static final int NAME = 33;
    private static final int VERDICT = 8;
    private static final int WORDS = 50;

    private Report() {}

    /** The first line of the table. */
    public static String heading() {
        return row(new Result("CASE", "EXPECTED", "GOT", Verdict.PASS), "VERDICT");
    }

    /** The lines of one case. */
    public static String row(Result result) {
        return row(result, result.verdict().name());
    }

    private static String row(Result result, String verdict) {
        List<String> expected = wrapped(result.expected());
        List<String> got = wrapped(result.got());
        List<String> lines = new ArrayList<>();
        for (int line = 0; line < Math.max(expected.size(), got.size()); line++) {
            lines.add(String.format(
                            Locale.ROOT,
                            "%-" + NAME + "s %-" + VERDICT + "s %-" + WORDS + "s  %s",
                            line == 0 ? result.name() : "",
                            line == 0 ? verdict : "",
                            line < expected.size() ? expected.get(line) : "",
                            line < got.size() ? got.get(line) : "")
                    .stripTrailing());
        }
        return String.join("\n", lines);
    }

    private static List<String> wrapped(String text) {
        List<String> lines = new ArrayList<>();
        var line = new StringBuilder();
        for (String word : text.strip().split("\\s+", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > WORDS) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** How many ended how. */
    public static String summary(List<Result> results) {
        return Stream.of(Verdict.values())
                .map(verdict -> results.stream()
                                .filter(result -> result.verdict() == verdict)
                                .count()
                        + " " + verdict)
                .collect(Collectors.joining(", "));
    }

    /** The whole as a page of Markdown. */
    public static String markdown(String title, List<Result> results) {
        String rows = results.stream()
                .map(result -> "| " + result.name() + " | " + result.verdict() + " | " + cell(result.expected()) + " | "
                        + cell(result.got()) + " |\n")
                .collect(Collectors.joining());
        return "# " + title + "\n\n" + summary(results) + "\n\n| case | verdict | expected | got |\n|---|---|---|---|\n"
                + rows;
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replaceAll("\\s+", " ");
    }
}
