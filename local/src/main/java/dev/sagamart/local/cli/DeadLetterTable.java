package dev.sagamart.local.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Dead letters as lines of a table. */
final class DeadLetterTable {
    private static final int REASON = 60;

    private final Instant now;

    DeadLetterTable(Instant now) {
        this.now = now;
    }

    void print(Map<String, List<JsonNode>> letters, PrintWriter out) {
        out.println(line("TOPIC", "ID", "STATE", "KEY", "TYPE", "AGE", "REPLAYS", "REASON"));
        letters.forEach((topic, ofTopic) -> ofTopic.forEach(letter -> out.println(line(topic, letter))));
        out.flush();
    }

    private String line(String topic, JsonNode letter) {
        Instant failed = Instant.parse(letter.path("firstFailedAt").asString(""));
        String reason = Visible.of(letter.path("reason").asString("-").replaceAll("\\s+", " "));
        return line(
                topic,
                letter.path("id").asString(""),
                letter.path("state").asString(""),
                Visible.of(letter.path("key").asString("-")),
                Visible.of(letter.path("type").asString("-")),
                SagaTable.brief(Duration.between(failed, now)),
                letter.path("replays").asInt(0),
                reason.length() > REASON ? reason.substring(0, REASON) + "…" : reason);
    }

    private static String line(Object... cells) {
        return String.format(Locale.ROOT, "%-16s  %-9s  %-9s  %-36s  %-26s %7s %7s  %s", cells)
                .stripTrailing();
    }
}
