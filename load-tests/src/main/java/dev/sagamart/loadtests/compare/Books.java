package dev.sagamart.loadtests.compare;

import dev.sagamart.local.audit.Audit;
import dev.sagamart.local.audit.AuditProgress;
import dev.sagamart.local.audit.AuditReport;
import dev.sagamart.local.suite.PortPlan;
import dev.sagamart.local.suite.Suite;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What all services of a suite say, compared as soon as nothing is on its way. */
public final class Books {
    private static final Duration UNTIL_QUIET = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private Books() {}

    /** What is wrong with them; empty if they agree. */
    public static List<String> errors(Suite suite) throws InterruptedException {
        AuditReport books = audit(suite);
        return books.verdict() == AuditReport.Verdict.AGREE
                ? List.of()
                : List.of("our books: " + books.verdict() + " " + books.differing());
    }

    private static AuditReport audit(Suite suite) throws InterruptedException {
        PortPlan ports = suite.options().ports();
        Audit audit = new Audit(suite.postgres()::connect, Clock.systemUTC())
                .withBroker("127.0.0.1:" + ports.kafka())
                .withRedis(ports.redis());
        Instant end = Instant.now().plus(UNTIL_QUIET);
        while (audit.quietness().verdict() == AuditReport.Verdict.NOT_QUIET
                && Instant.now().isBefore(end)) {
            Thread.sleep(PAUSE);
        }
        return audit.run(AuditProgress.SILENT);
    }
}
