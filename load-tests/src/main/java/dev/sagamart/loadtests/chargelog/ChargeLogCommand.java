package dev.sagamart.loadtests.chargelog;

import dev.sagamart.local.suite.EndWithJvm;
import dev.sagamart.local.suite.PortPlan;
import dev.sagamart.local.suite.Progress;
import dev.sagamart.local.suite.Service;
import dev.sagamart.local.suite.Suite;
import dev.sagamart.local.suite.SuiteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints what a page of the charge log costs, the first against one behind a million charges. */
@Command(
        name = "charge-log",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Pages of one user's charges, near and deep, from the service itself with its database.")
public final class ChargeLogCommand implements Callable<Integer> {
    private static final int PORT_OFFSET = 7200;

    @Option(names = "--charges", description = "Charges of the user who pages; others have as many again.")
    private int charges = 1_000_000;

    @Option(names = "--requests", description = "Measured requests per depth.")
    private int requests = 500;

    @Option(names = "--warmup", description = "Requests before that.")
    private int warmup = 20_000;

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        Path home = Files.createTempDirectory("sagamart-bench-");
        var options = new SuiteOptions(SuiteOptions.findRoot(), home, new PortPlan(PORT_OFFSET));
        var end = new EndWithJvm();
        try (Suite suite = start(options, end);
                Connection database = suite.postgres().connect("charge_log");
                var pages = new ChargePages(suite.url(Service.CHARGE_LOG), suite.token(ManyCharges.USER, false))) {
            System.err.println("Writing " + 2L * charges + " charges");
            var table = new ManyCharges(database);
            table.fill(charges);
            System.err.println("Walking through all pages");
            List<Depth> depths = pages.walk(charges);
            System.err.println("Measuring");
            pages.warmUp(depths, warmup);
            report(depths, pages.measure(depths, requests), table);
        } finally {
            end.forget();
            FileSystemUtils.deleteRecursively(home);
        }
        return 0;
    }

    private static Suite start(SuiteOptions options, EndWithJvm end) {
        Suite suite = Suite.start(options, Suite.StartMode.FRESH, EnumSet.of(Service.CHARGE_LOG), Progress.SILENT);
        end.started(suite::close);
        return suite;
    }

    private void report(List<Depth> depths, List<double[]> millis, ManyCharges table) throws SQLException {
        System.out.printf(
                "%n%d processors, Java %s; %d charges of one user and as many of others, %d requests per depth%n%n",
                Runtime.getRuntime().availableProcessors(), Runtime.version(), charges, requests);
        System.out.println("| charges before the page | median ms | p99 ms | index | rows read | blocks |");
        System.out.println("|---|---|---|---|---|---|");
        for (int i = 0; i < depths.size(); i++) {
            Plan plan = table.plan(depths.get(i).after());
            System.out.printf(
                    "| %d | %.3f | %.3f | %s | %d | %d |%n",
                    depths.get(i).charges(),
                    Quantile.of(millis.get(i), 0.5),
                    Quantile.of(millis.get(i), 0.99),
                    plan.index(),
                    plan.rows(),
                    plan.blocks());
        }
        System.out.printf(
                "%nThe last page by OFFSET instead: %.1f ms in the database alone%n", table.byOffset(charges));
        System.out.println("\n" + table.plan(depths.getLast().after()).text());
    }
}
