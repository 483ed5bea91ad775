package dev.sagamart.local.cli;

import java.io.PrintWriter;
import tools.jackson.databind.JsonNode;

/** One dead letter, or what came of a request about some, a line per fact. */
final class DeadLetterSheet {
    private DeadLetterSheet() {}

    static void print(JsonNode opened, PrintWriter out) {
        opened.path("letter").forEachEntry((name, value) -> out.printf("%-14s  %s%n", name, value.asString("-")));
        JsonNode decision = opened.path("decision");
        if (!decision.isMissingNode()) {
            out.printf(
                    "%-14s  %s by %s: %s%n",
                    "decided",
                    decision.path("at").asString(""),
                    decision.path("by").asString(""),
                    decision.path("reason").asString("-"));
        }
        opened.path("headers")
                .forEach(header ->
                        out.printf("  %-24s  %s%n", header.path("name").asString(""), content(header.path("value"))));
        out.println(content(opened.path("payload")));
        out.flush();
    }

    private static String content(JsonNode value) {
        String text = Visible.of(value.path("content").asString("(nothing)"));
        boolean binary = value.path("encoding").asString("").equals("BASE64");
        boolean more = value.path("truncated").asBoolean(false);
        return (binary ? "(Base64) " : "")
                + text
                + (more ? "… (" + value.path("size").asInt(0) + " bytes)" : "");
    }

    static void outcome(JsonNode outcome, PrintWriter out) {
        boolean dryRun = outcome.path("dryRun").asBoolean(false);
        outcome.path("items").forEach(item -> out.println(line(item, dryRun)));
        out.flush();
    }

    private static String line(JsonNode item, boolean dryRun) {
        String id = item.path("id").asString("");
        if (item.path("possible").asBoolean(false)) {
            return id + (dryRun ? "  would go" : "  done");
        }
        return refusal(item);
    }

    /** Such as {@code 0-7  OLDER_LETTER_OPEN (0-3): …}. */
    static String refusal(JsonNode item) {
        String older = item.path("olderId").asString("");
        return item.path("id").asString("")
                + "  "
                + item.path("obstacle").asString("")
                + (older.isEmpty() ? "" : " (" + older + ")")
                + ": "
                + item.path("detail").asString("");
    }
}
