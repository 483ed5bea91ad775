package dev.sagamart.chaos.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.chaos.report.Judgement;
import dev.sagamart.chaos.report.Report;
import dev.sagamart.chaos.report.Verdict;
import dev.sagamart.local.suite.SuiteOptions;
import dev.sagamart.systemtests.suite.WithoutSharedSuite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A short run with a few kinds of faults, in a suite of its own once the shared one is gone. */
@Order(10)
@ExtendWith(WithoutSharedSuite.class)
class ChaosSmokeIT {
    private static final long SEED = Long.getLong("sagamart.chaos.seed", 1);
    private static final int MINUTES = Integer.getInteger("sagamart.chaos.minutes", 1);

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void every_promise_is_kept_under_fire() throws Exception {
        Path root = SuiteOptions.findRoot();
        Path folder = Files.createDirectories(root.resolve("system-tests/target/chaos"));
        var wanted = new Wanted(SEED, MINUTES, List.of(), root, folder, Duration.ofSeconds(5), List.of());

        Report report = new ChaosRun(wanted, new Console(System.out)).run();

        Judgement judgement = report.judgement();
        assertThat(judgement.verdict())
                .as("see %s%n%s", report.write(), String.join("\n", judgement.reasons()))
                .isEqualTo(Verdict.PASS);
    }
}
