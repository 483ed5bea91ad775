package dev.sagamart.local.cli;

import dev.sagamart.local.api.Answer;
import java.io.PrintWriter;
import java.util.Map;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code ./run sagas} alone is {@code ./run sagas list}. */
@Command(
        name = "sagas",
        mixinStandardHelpOptions = true,
        description = "Sagas of the running suite that have not ended; what to do about them is in "
                + "docs/operations/sagas.md. A state with ! is stuck.",
        subcommands = {
            SagasCommand.All.class,
            SagasCommand.Show.class,
            SagasCommand.Retry.class,
            SagasCommand.Compensate.class
        })
final class SagasCommand extends SagaList {

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Sagas that have not ended, oldest first. A state with ! is stuck.")
    static final class All extends SagaList {}

    abstract static class OfOrder extends AtDesk {
        @Parameters(paramLabel = "ORDER", description = "The id of the order.")
        private UUID order = new UUID(0, 0);

        String path() {
            return "/v1/sagas/" + order;
        }
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "One saga with what operators did to it, ended or not.")
    static final class Show extends OfOrder {
        @Override
        public void run() {
            SagaSheet.print(desk.ask(admin -> admin.get(path())).json(), out());
        }
    }

    @Command(
            name = "retry",
            mixinStandardHelpOptions = true,
            description = "Asks at once for what a saga waits for, instead of when it is due.")
    static final class Retry extends OfOrder {
        @Override
        public void run() {
            Answer done = desk.ask(admin -> admin.post(path() + "/retries"));
            out().println("Asked again. It is in the book as " + done.text("actionId"));
        }
    }

    @Command(
            name = "compensate",
            mixinStandardHelpOptions = true,
            description =
                    "Calls an order off that has no verdict yet: it is rejected with ORDER_CANCELLED, and what it "
                            + "has taken, or may have, is given back.")
    static final class Compensate extends OfOrder {
        @Option(
                names = "--reason",
                required = true,
                paramLabel = "TEXT",
                description = "Why; it is kept with your name and cannot be altered.")
        private String reason = "";

        @Override
        public void run() {
            Answer done = desk.ask(admin -> admin.post(path() + "/compensations", Map.of("reason", reason)));
            out().println("Called off. It is in the book as " + done.text("actionId"));
        }
    }

    /** One saga, a line per fact. */
    private static final class SagaSheet {
        static void print(JsonNode saga, PrintWriter out) {
            saga.forEachEntry((name, value) -> {
                if (!value.isContainer()) {
                    out.printf("%-12s  %s%n", name, value.asString());
                }
            });
            out.printf("%-12s  %s%n", "waits for", SagaTable.outstanding(saga));
            saga.path("actions")
                    .forEach(action -> out.printf(
                            "%s  %s by %s: %s%s%n",
                            action.path("at").asString(""),
                            action.path("action").asString(""),
                            action.path("by").asString(""),
                            action.path("outcome").asString(""),
                            action.has("reason") ? " (" + action.path("reason").asString("") + ")" : ""));
            out.flush();
        }
    }
}
