package dev.sagamart.loadtests.compare;

import static dev.sagamart.loadtests.Options.requirePositive;

import dev.sagamart.loadtests.instances.Sharing;
import dev.sagamart.local.suite.SuiteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the suite, then the peer, and prints both in one Markdown table. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "The whole suite under the load of wrk, and a peer after it. Checks the books of both.",
        exitCodeListHeading = "Exit code:%n",
        exitCodeList = {"0:measured", "1:the figures are worthless, and why", "2:an option cannot be understood"})
public final class CompareCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command = CommandSpec.create();

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

    @Option(names = "--warmup", description = "Seconds that each side works before its first measurement.")
    private int warmup = 120;

    @Option(
            names = "--warmup-again",
            description = "Seconds before the measurements of each further scenario and entrance.")
    private int warmupAgain = 20;

    @Option(names = "--peer", paramLabel = "DIR", description = "A folder with load/run-matrix; without, ours alone.")
    private @Nullable Path peer;

    @Option(names = "--peer-name", paramLabel = "NAME", description = "What to run in it.")
    private String peerName = "monolith";

    @Option(names = "--folder", paramLabel = "DIR", description = "For raw results (default: .sagamart/compare/TIME).")
    private @Nullable Path folder;

    @Mixin
    private Size size = new Size();

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        check();
        Path root = SuiteOptions.findRoot();
        Path here = RunFolder.create(root, "compare", folder);
        var effort = new Effort(
                connections,
                rounds,
                Duration.ofSeconds(seconds),
                Duration.ofSeconds(warmup),
                Duration.ofSeconds(warmupAgain));
        OurSide.Result ours = new OurSide(scenarios, entrances, effort, size).measure(root, here);
        List<Row> rows = ours.rows();
        String more = sharing(ours.sharing());
        if (peer != null) {
            Files.writeString(here.resolve("table.md"), table(rows) + more);
            var result = new Peer(peer, peerName).measure(effort, scenarios, here.resolve("peer.log"));
            rows = rows.stream().map(row -> beside(row, result.turns())).toList();
            more += "\nThe peer's books: " + result.books() + "\n";
        }
        String table = table(rows) + more;
        Files.writeString(here.resolve("table.md"), table);
        System.out.println(table);
        List<String> errors = new ArrayList<>(ours.errors());
        rows.forEach(row -> errors.addAll(row.errors()));
        errors.forEach(error -> System.out.println("WORTHLESS: " + error));
        return errors.isEmpty() ? 0 : 1;
    }

    /** Before anything is started, because a mistake would show after half an hour. */
    private void check() {
        connections.forEach(number -> requirePositive(command, "--connections", number));
        requirePositive(command, "--rounds", rounds);
        requirePositive(command, "--seconds", seconds);
        requirePositive(command, "--warmup", warmup);
        requirePositive(command, "--warmup-again", warmupAgain);
        if (peer != null && !Files.isExecutable(Peer.program(peer))) {
            throw new ParameterException(
                    command.commandLine(), "--peer " + peer + ": there is no program load/run-matrix in it");
        }
    }

    private static Row beside(Row row, List<PeerTurn> all) {
        List<PeerTurn> same = all.stream()
                .filter(turn ->
                        turn.scenario().equals(row.scenario().peerName()) && turn.connections() == row.connections())
                .toList();
        return new Row(row.scenario(), row.entrance(), row.connections(), row.ours(), same);
    }

    private String table(List<Row> rows) {
        String head =
                "%d processors, Java %s; %d rounds of %d s after %d s of warm-up, %d s for each further line; median (least–most)%s\n"
                        .formatted(
                                Runtime.getRuntime().availableProcessors(),
                                Runtime.version(),
                                rounds,
                                seconds,
                                warmup,
                                warmupAgain,
                                size);
        return Stream.concat(Stream.of(head, Row.header()), rows.stream().map(Row::line))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String sharing(List<Sharing> all) {
        return all.isEmpty()
                ? ""
                : Stream.concat(Stream.of("", Sharing.header()), all.stream().map(Sharing::line))
                        .collect(Collectors.joining("\n", "", "\n"));
    }
}
