package dev.sagamart.loadtests.surge;

import static dev.sagamart.loadtests.Options.requirePositive;

import dev.sagamart.loadtests.compare.Books;
import dev.sagamart.loadtests.compare.Ours;
import dev.sagamart.loadtests.compare.RunFolder;
import dev.sagamart.loadtests.compare.Scenario;
import dev.sagamart.local.suite.SuiteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Offers the suite more than it can bear, and prints what came of it. */
@Command(
        name = "surge",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Twice as many orders as the suite can bear, and how soon it is itself again. Checks the books.",
        exitCodeListHeading = "Exit code:%n",
        exitCodeList = {
            "0:orders were turned away in order",
            "1:books differ, an unexpected answer, or no recovery within 10 s",
            "2:an option cannot be understood"
        })
public final class SurgeCommand implements Callable<Integer> {
    /** A suite on one machine lifts the limit per address, because all clients are one; here it is as anywhere else. */
    private static final Map<String, String> USUAL_LIMITS =
            Map.of("SAGAMART_GATEWAY_LIMITS_ADDRESSRATE", "2000", "SAGAMART_GATEWAY_LIMITS_ADDRESSBURST", "10000");

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Option(names = "--seconds", description = "Length of the surge.")
    private int seconds = 120;

    @Option(names = "--warmup", description = "Seconds that the suite works before anything is measured.")
    private int warmup = 120;

    @Option(
            names = "--connections",
            description = "Of the surge; more than the 1500 requests that a gateway works on at once.")
    private int connections = 2048;

    @Option(names = "--folder", paramLabel = "DIR", description = "For raw results (default: .sagamart/surge/TIME).")
    private @Nullable Path folder;

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        requirePositive(command, "--seconds", seconds);
        requirePositive(command, "--warmup", warmup);
        requirePositive(command, "--connections", connections);
        Path root = SuiteOptions.findRoot();
        Path here = RunFolder.create(root, "surge", folder);
        try (Ours ours = Ours.start(root, here, 1, USUAL_LIMITS)) {
            ours.furnish(List.of(Scenario.ORDERS_UNIFORM), here);
            var surge = new Surge(ours, Duration.ofSeconds(seconds), connections);
            Report report = surge.run(Duration.ofSeconds(warmup));
            List<String> books = Books.errors(ours.suite());
            String text = report.text(books);
            Files.writeString(here.resolve("report.md"), text);
            System.out.println(text);
            return books.isEmpty() && report.figures().errors().isEmpty() ? 0 : 1;
        }
    }
}
