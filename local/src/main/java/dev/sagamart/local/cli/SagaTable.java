package dev.sagamart.local.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Sagas as lines of a table. */
final class SagaTable {
    private final Instant now;

    SagaTable(Instant now) {
        this.now = now;
    }

    void print(List<JsonNode> sagas, PrintWriter out) {
        out.println(line("ORDER", "USER", "STATE", "WAITS FOR", "AGE", "TRIES", "NEXT", "LAST REPLY"));
        sagas.forEach(saga -> out.println(line(saga)));
        out.flush();
    }

    private String line(JsonNode saga) {
        String state = saga.path("state").asString("");
        return line(
                saga.path("orderId").asString(""),
                saga.path("userId").asString(""),
                saga.path("stuck").asBoolean(false) ? state + "!" : state,
                outstanding(saga),
                brief(Duration.ofSeconds(saga.path("ageSeconds").asLong(0))),
                saga.path("attempts").asInt(0),
                next(saga.path("dueAt").asString("")),
                saga.path("lastReply").asString("-"));
    }

    private static String line(Object... cells) {
        return String.format(Locale.ROOT, "%-36s  %-16s  %-16s  %-18s %8s %6s %8s  %s", cells)
                .stripTrailing();
    }

    static String outstanding(JsonNode saga) {
        var steps = new ArrayList<String>();
        saga.path("outstanding").forEach(step -> steps.add(step.asString("").toLowerCase(Locale.ROOT)));
        return steps.isEmpty() ? "-" : String.join(",", steps);
    }

    private String next(String dueAt) {
        if (dueAt.isEmpty()) {
            return "-";
        }
        Duration left = Duration.between(now, Instant.parse(dueAt));
        return left.isPositive() ? "in " + brief(left) : "due";
    }

    /** One unit is enough to see whether something is wrong. */
    static String brief(Duration duration) {
        if (duration.toDays() > 0) {
            return duration.toDays() + " d";
        }
        if (duration.toHours() > 0) {
            return duration.toHours() + " h";
        }
        return duration.toMinutes() > 0 ? duration.toMinutes() + " min" : duration.toSeconds() + " s";
    }
}
