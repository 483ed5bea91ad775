package dev.sagamart.local.audit;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares what all services say. Each database is read in one snapshot, so its own sums are exact at any time; sums over
 * several databases are exact only when nothing is on its way, which the report says, too.
 */
public final class Audit {
    private final AuditedDatabases databases;
    private final Clock clock;
    private final List<Check> quietness = new ArrayList<>(QuietChecks.all());
    private final List<Check> more = new ArrayList<>();

    public Audit(AuditedDatabases databases, Clock clock) {
        this.databases = databases;
        this.clock = clock;
    }

    /** Also asks the broker whether everything has been read. */
    public Audit withBroker(String bootstrapServers) {
        quietness.add(new ConsumerLag(bootstrapServers));
        return this;
    }

    /** Also compares the counters of coupon campaigns in the Redis of this machine. */
    public Audit withRedis(int port) {
        more.add(new CouponCounters(port));
        return this;
    }

    /** Only whether something is on its way; quick. */
    public AuditReport quietness() {
        return run(quietness, AuditProgress.SILENT);
    }

    /**
     * Runs all checks. What differs is looked at once more: the snapshots are taken one after the other, and something
     * may have passed between them.
     */
    public AuditReport run(AuditProgress progress) {
        AuditReport first = run(all(), progress);
        return first.verdict() == AuditReport.Verdict.DIFFER ? run(all(), progress) : first;
    }

    private List<Check> all() {
        var checks = new ArrayList<Check>(quietness);
        checks.addAll(OrderChecks.of(Window.until(clock.instant())));
        checks.addAll(PointChecks.all());
        checks.addAll(StoreChecks.all());
        checks.addAll(more);
        return checks;
    }

    private AuditReport run(List<Check> checks, AuditProgress progress) {
        var findings = new ArrayList<Finding>();
        try (Snapshots snapshots = Snapshots.take(databases)) {
            for (Check check : checks) {
                progress.begins(check.id());
                findings.add(check.run(snapshots, progress));
            }
        } catch (SQLException failure) {
            throw new AuditFailed("the databases cannot be audited: " + failure.getMessage(), failure);
        }
        return new AuditReport(List.copyOf(findings));
    }
}
