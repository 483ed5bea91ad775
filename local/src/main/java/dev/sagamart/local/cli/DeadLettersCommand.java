package dev.sagamart.local.cli;

import dev.sagamart.local.api.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./run dead-letters} alone is {@code ./run dead-letters list}. */
@Command(
        name = "dead-letters",
        mixinStandardHelpOptions = true,
        description = "Messages of the running suite that could not be handled; what to do about them is in "
                + "docs/operations/dead-letters.md.",
        subcommands = {
            DeadLettersCommand.All.class,
            DeadLettersCommand.Show.class,
            DeadLettersCommand.Replay.class,
            DeadLettersCommand.Discard.class
        })
final class DeadLettersCommand extends DeadLetterList {

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Open dead letters of one topic or of all, oldest first.")
    static final class All extends DeadLetterList {
        @Parameters(paramLabel = "TOPIC", arity = "0..1", description = "Such as point.commands (default: all).")
        private String topic = "";

        @Override
        List<String> topics() {
            return topic.isEmpty() ? super.topics() : List.of(topic);
        }
    }

    abstract static class OfTopic extends AtDesk {
        @Parameters(index = "0", paramLabel = "TOPIC", description = "Such as point.commands.")
        private String topic = "";

        String path(String rest) {
            return "/v1/dead-letters/" + topic + rest;
        }
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "One dead letter with its headers, its payload and what was decided about it.")
    static final class Show extends OfTopic {
        @Parameters(index = "1", paramLabel = "ID", description = "As the list shows it: partition-offset.")
        private String id = "";

        @Override
        public void run() {
            DeadLetterSheet.print(desk.ask(admin -> admin.get(path("/" + id))).json(), out());
        }
    }

    abstract static class OfLetters extends OfTopic {
        @Parameters(index = "1..*", arity = "1..*", paramLabel = "ID", description = "One to 100 ids.")
        private List<String> ids = List.of();

        void post(String action, Map<String, ?> more) {
            Map<String, Object> body = new LinkedHashMap<>(Map.of("ids", ids));
            body.putAll(more);
            Answer done = desk.ask(admin -> admin.post(path(action), body));
            DeadLetterSheet.outcome(done.json(), out());
        }
    }

    @Command(
            name = "replay",
            mixinStandardHelpOptions = true,
            description = "Sends letters to their topic once more, in the order in which they failed: all or none.")
    static final class Replay extends OfLetters {
        @Option(names = "--dry-run", description = "Only tell what would happen.")
        private boolean dryRun;

        @Option(names = "--reason", paramLabel = "TEXT", description = "Why; it is kept with your name.")
        private String reason = "";

        @Override
        public void run() {
            post("/replays", reason.isEmpty() ? Map.of("dryRun", dryRun) : Map.of("dryRun", dryRun, "reason", reason));
        }
    }

    @Command(
            name = "discard",
            mixinStandardHelpOptions = true,
            description = "Puts letters aside for good: all or none. There is no way back.")
    static final class Discard extends OfLetters {
        @Option(
                names = "--reason",
                required = true,
                paramLabel = "TEXT",
                description = "Why; it is kept with your name and cannot be altered.")
        private String reason = "";

        @Override
        public void run() {
            post("/discards", Map.of("reason", reason));
        }
    }
}
