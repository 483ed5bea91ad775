package dev.sagamart.local.cli;

import dev.sagamart.local.audit.Audit;
import dev.sagamart.local.audit.AuditFailed;
import dev.sagamart.local.audit.AuditProgress;
import dev.sagamart.local.audit.AuditReport;
import dev.sagamart.local.infrastructure.PostgresServer;
import dev.sagamart.local.suite.SuiteFailed;
import dev.sagamart.local.suite.SuiteOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares the books of all services. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description =
                "Compares what all services of the running suite say of the same orders, points, stock and coupons.",
        exitCodeListHeading = "Exit code:%n",
        exitCodeList = {"0:all agree", "1:something differs", "2:not quiet: something is still on its way"})
final class AuditCommand implements Callable<Integer> {
    private static final Duration PAUSE = Duration.ofMillis(500);

    @Mixin
    private Where where = new Where();

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "0",
            description = "How long to wait until nothing is on its way (default ${DEFAULT-VALUE}).")
    private int seconds;

    private final Clock clock = Clock.systemUTC();

    @Override
    public Integer call() throws InterruptedException {
        where.running();
        try {
            Audit audit = audit(where.options());
            AuditReport report = auditOnceQuiet(audit);
            System.out.print(AuditTable.of(report));
            return switch (report.verdict()) {
                case AGREE -> 0;
                case DIFFER -> 1;
                case NOT_QUIET -> 2;
            };
        } catch (AuditFailed failure) {
            throw new SuiteFailed(String.valueOf(failure.getMessage()));
        }
    }

    private Audit audit(SuiteOptions options) {
        var ports = options.ports();
        var postgres = new PostgresServer(options.data(), ports.postgres(), PostgresServer.Durability.DURABLE);
        return new Audit(postgres::connect, clock)
                .withBroker("127.0.0.1:" + ports.kafka())
                .withRedis(ports.redis());
    }

    private AuditReport auditOnceQuiet(Audit audit) throws InterruptedException {
        Instant end = clock.instant().plusSeconds(seconds);
        while (audit.quietness().verdict() == AuditReport.Verdict.NOT_QUIET
                && clock.instant().isBefore(end)) {
            Thread.sleep(PAUSE);
        }
        AuditReport report = audit.run(new Steps());
        while (report.verdict() == AuditReport.Verdict.NOT_QUIET
                && clock.instant().isBefore(end)) {
            Thread.sleep(PAUSE);
            report = audit.run(AuditProgress.SILENT);
        }
        return report;
    }

    private static final class Steps implements AuditProgress {
        @Override
        public void begins(String check) {
            System.err.println("  " + check);
        }

        @Override
        public void compared(String check, long rows) {
            System.err.println("  " + check + ": " + rows + " rows so far");
        }
    }
}
