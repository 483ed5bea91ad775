package dev.sagamart.loadtests.compare;

import dev.sagamart.local.audit.AuditReport;
import dev.sagamart.local.suite.Progress;
import dev.sagamart.local.suite.SuiteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the suite, then the peer, and prints both in one Markdown table. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "The whole suite under the load of wrk, and a peer after it. Checks the books of both.",
        exitCodeListHeading = "Exit code:%n",
        exitCodeList = {"0:measured", "1:the figures are worthless, and why"})
public final class CompareCommand implements Callable<Integer> {
    @Option(names = "--scenario", split = ",", description = "Some of: ${COMPLETION-CANDIDATES}.")
    private List<Scenario> scenarios = List.of(Scenario.values());

    @Option(names = "--at", split = ",", description = "Where clients come in: ${COMPLETION-CANDIDATES}.")
    private List<Entrance> entrances = List.of(Entrance.values());

    @Option(names = "--connections", split = ",", description = "Requests at a time, one measurement for each.")
    private List<Integer> connections = List.of(64);

    @Option(names = "--rounds", description = "Measurements of each.")
    private int rounds = 3;

    @Option(names = "--seconds", description = "Length of a measurement.")
    private int seconds = 20;

    @Option(
            names = "--warmup",
            description =
                    "Seconds that each side works before its first measurement; a sixth of it before a further one.")
    private int warmup = 120;

    @Option(names = "--peer", paramLabel = "DIR", description = "A folder with load/run-matrix; without, ours alone.")
    private @Nullable Path peer;

    @Option(names = "--peer-name", paramLabel = "NAME", description = "What to run in it.")
    private String peerName = "monolith";

    @Option(names = "--folder", paramLabel = "DIR", description = "For raw results (default: .sagamart/compare/TIME).")
    private @Nullable Path folder;

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        Path root = SuiteOptions.findRoot();
        Path here =
                Files.createDirectories(folder == null ? inside(root) : folder).toAbsolutePath();
        System.err.println("Raw results: " + here);
        var effort = new Effort(connections, rounds, Duration.ofSeconds(seconds), Duration.ofSeconds(warmup));
        List<String> errors = new ArrayList<>();
        List<Row> rows = ours(root, here, effort, errors);
        String peerBooks = "";
        if (peer != null) {
            var result = new Peer(peer, peerName).measure(effort, scenarios, here.resolve("peer.log"));
            rows = rows.stream().map(row -> beside(row, result.turns())).toList();
            peerBooks = "\nThe peer's books: " + result.books() + "\n";
        }
        String table = table(rows) + peerBooks;
        Files.writeString(here.resolve("table.md"), table);
        System.out.println(table);
        rows.forEach(row -> errors.addAll(row.errors()));
        errors.forEach(error -> System.out.println("WORTHLESS: " + error));
        return errors.isEmpty() ? 0 : 1;
    }

    private static Path inside(Path root) {
        String time = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").format(LocalDateTime.now(ZoneId.systemDefault()));
        return root.resolve(".sagamart/compare").resolve(time);
    }

    private List<Row> ours(Path root, Path here, Effort effort, List<String> errors)
            throws IOException, InterruptedException, SQLException {
        List<Row> rows = new ArrayList<>();
        try (Ours ours = Ours.start(root, here, Wrk.in(here), Progress.SILENT)) {
            ours.furnish(scenarios, here);
            Duration warmUp = effort.warmUp();
            for (Scenario scenario : scenarios) {
                for (Entrance entrance : entrances) {
                    System.err.println("Warming up for " + warmUp.toSeconds() + " s: " + scenario + " at " + entrance);
                    ours.turn(scenario, entrance, connections.getLast(), warmUp);
                    warmUp = effort.furtherWarmUp();
                    for (int at : connections) {
                        rows.add(row(ours, scenario, entrance, at, effort));
                    }
                }
            }
            AuditReport books = ours.books();
            if (books.verdict() != AuditReport.Verdict.AGREE) {
                errors.add("our books: " + books.verdict() + " " + books.differing());
            }
        }
        return rows;
    }

    private static Row row(Ours ours, Scenario scenario, Entrance entrance, int connections, Effort effort)
            throws IOException, InterruptedException, SQLException {
        List<Turn> turns = new ArrayList<>();
        for (int round = 0; round < effort.rounds(); round++) {
            turns.add(ours.turn(scenario, entrance, connections, effort.length()));
        }
        var row = new Row(scenario, entrance, connections, turns, List.of());
        System.err.println(row.line());
        return row;
    }

    private static Row beside(Row row, List<PeerTurn> all) {
        List<PeerTurn> same = all.stream()
                .filter(turn ->
                        turn.scenario().equals(row.scenario().peerName()) && turn.connections() == row.connections())
                .toList();
        return new Row(row.scenario(), row.entrance(), row.connections(), row.ours(), same);
    }

    private String table(List<Row> rows) {
        String head = "%d processors, Java %s; %d rounds of %d s after %d s of warm-up; median (least–most)\n"
                .formatted(Runtime.getRuntime().availableProcessors(), Runtime.version(), rounds, seconds, warmup);
        return Stream.concat(Stream.of(head, Row.header()), rows.stream().map(Row::line))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
