package dev.sagamart.local.cli;

import dev.sagamart.local.suite.SuiteFailed;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/** Asks for a rebuild of the ranking's sums and stays until it has ended. */
@Command(
        name = "rebuild-ranking",
        mixinStandardHelpOptions = true,
        description = "Makes the sums behind the best sellers anew from the completed orders of the topic; when to do "
                + "that is in docs/operations/ranking.md.")
final class RebuildRankingCommand extends AtDesk {
    private static final String PATH = "/v1/products/popular/rebuilds";
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    @Override
    public void run() {
        String id = desk.ask(admin -> admin.post(PATH)).text("rebuildId");
        out().println("Rebuild " + id + " is under way; if you leave, it goes on.");
        out().flush();
        JsonNode rebuild = find(id);
        while (!rebuild.path("endedAt").isString()) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            rebuild = find(id);
        }
        if (!rebuild.path("status").asString("").equals("DONE")) {
            throw new SuiteFailed(
                    "It failed and changed nothing: " + rebuild.path("problem").asString(""));
        }
        out().println(told(rebuild));
        out().flush();
    }

    private JsonNode find(String id) {
        return desk.ask(admin -> admin.get(PATH))
                .json()
                .path("items")
                .valueStream()
                .filter(rebuild -> rebuild.path("rebuildId").asString("").equals(id))
                .findFirst()
                .orElseThrow(() -> new SuiteFailed("The rebuild is not in the list any more: " + id));
    }

    static String told(JsonNode rebuild) {
        return "Done: %d completed orders since %s, %d sums were wrong before."
                .formatted(
                        rebuild.path("orders").asLong(),
                        rebuild.path("firstHour").asString(""),
                        rebuild.path("changedSums").asLong());
    }
}
