package dev.sagamart.local.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** What happened to one order. */
@Command(
        name = "timeline",
        mixinStandardHelpOptions = true,
        description = "What happened to an order of the running suite, step by step; times are UTC.")
final class TimelineCommand extends AtDesk {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Parameters(paramLabel = "ORDER", description = "The id of the order.")
    private UUID order = new UUID(0, 0);

    @Override
    public void run() {
        String path = "/v1/orders/" + order + "/timeline";
        print(desk.ask(admin -> admin.get(path)).json(), out());
    }

    static void print(JsonNode timeline, PrintWriter out) {
        String day = timeline.at("/events/0/at").asString("").replaceAll("T.*", "");
        out.printf(
                "Order %s of %s: %s%n",
                timeline.path("orderId").asString(""),
                day,
                timeline.path("status").asString(""));
        timeline.path("events").forEach(event -> out.println(line(event)));
        out.flush();
    }

    private static String line(JsonNode event) {
        String who = event.has("by") ? " By " + event.path("by").asString("") + "." : "";
        String why = event.has("reason") ? " " + event.path("reason").asString("") : "";
        String until = event.has("until") ? " The last time at " + time(event.path("until")) + "." : "";
        return "  %s  %-20s %s%s%s%s"
                .formatted(
                        time(event.path("at")), name(event), event.path("text").asString(""), until, who, why);
    }

    private static String name(JsonNode event) {
        return (event.path("event").asString("") + " " + event.path("step").asString(""))
                .toLowerCase(Locale.ROOT)
                .replace('_', ' ')
                .strip();
    }

    private static String time(JsonNode instant) {
        return TIME.format(Instant.parse(instant.asString("")));
    }
}
