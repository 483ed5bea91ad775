package dev.sagamart.local.cli;

import dev.sagamart.contracts.Topics;
import dev.sagamart.local.api.Answer;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Lists dead letters, topic by topic. */
abstract class DeadLetterList extends AtDesk {
    @Option(names = "--decided", description = "Also those that were replayed or discarded.")
    private boolean decided;

    @Option(names = "--most", defaultValue = "200", description = "Rows per topic at most (default: ${DEFAULT-VALUE}).")
    private int most;

    List<String> topics() {
        return Topics.all();
    }

    @Override
    public void run() {
        Map<String, List<JsonNode>> letters = new LinkedHashMap<>();
        topics().forEach(topic -> letters.put(topic, find(topic)));
        PrintWriter out = out();
        if (letters.values().stream().allMatch(List::isEmpty)) {
            out.println(decided ? "There is no dead letter." : "No dead letter is open.");
            return;
        }
        new DeadLetterTable(Clock.systemUTC().instant()).print(letters, out);
    }

    private List<JsonNode> find(String topic) {
        var found = new ArrayList<JsonNode>();
        String cursor = "";
        do {
            String path = "/v1/dead-letters/" + topic + "?limit=100" + cursor;
            Answer page = desk.ask(admin -> admin.get(path));
            for (JsonNode letter : page.json().path("items")) {
                if (decided || letter.path("state").asString("").equals("OPEN")) {
                    found.add(letter);
                }
            }
            cursor = page.json().path("nextCursor").asString("");
            cursor = cursor.isEmpty() ? "" : "&cursor=" + cursor;
        } while (!cursor.isEmpty() && found.size() < most);
        return found.size() <= most ? found : found.subList(0, most);
    }
}
