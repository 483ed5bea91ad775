package dev.sagamart.local.cli;

import dev.sagamart.local.api.Answer;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Lists sagas that have not ended. */
abstract class SagaList extends AtDesk {
    /** Which ones. */
    enum State {
        due,
        retrying,
        stuck,
        any
    }

    @Option(
            names = "--state",
            defaultValue = "any",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private State state = State.any;

    @Option(names = "--most", defaultValue = "200", description = "Rows at most (default: ${DEFAULT-VALUE}).")
    private int most;

    @Override
    public void run() {
        List<JsonNode> sagas = find();
        PrintWriter out = out();
        if (sagas.isEmpty()) {
            out.println(state == State.any ? "No saga is under way." : "No saga is " + state + ".");
            return;
        }
        new SagaTable(Clock.systemUTC().instant()).print(sagas, out);
    }

    private List<JsonNode> find() {
        String path = "/v1/sagas?limit=100&state=" + state.name().toUpperCase(Locale.ROOT);
        var found = new ArrayList<JsonNode>();
        String cursor = "";
        do {
            String next = path + cursor;
            Answer page = desk.ask(admin -> admin.get(next));
            page.json().path("items").forEach(found::add);
            cursor = page.json().path("nextCursor").asString("");
            cursor = cursor.isEmpty() ? "" : "&cursor=" + cursor;
        } while (!cursor.isEmpty() && found.size() < most);
        return found.size() <= most ? found : found.subList(0, most);
    }
}
