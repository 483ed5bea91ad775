package dev.sagamart.defaults.audit;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionOperations;

/** Audits round by round, one instance at a time: the lock is given back only after the last commit. */
public final class ContinuousAudit {
    private static final Logger log = LoggerFactory.getLogger(ContinuousAudit.class);
    private static final Duration AT_MOST = Duration.ofMinutes(5);

    private final List<AuditCheck> checks;
    private final AuditRound round;
    private final LockProvider locks;
    private final TransactionOperations transactions;
    private final AuditMetrics metrics;
    private final Clock clock;

    ContinuousAudit(
            List<AuditCheck> checks,
            AuditRound round,
            LockProvider locks,
            TransactionOperations transactions,
            AuditMetrics metrics,
            Clock clock) {
        this.checks = checks;
        this.round = round;
        this.locks = locks;
        this.transactions = transactions;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${sagamart.audit.initial-delay:1m}",
            fixedDelayString = "${sagamart.audit.interval:30s}")
    public void audit() {
        if (checks.isEmpty()) {
            return;
        }
        try {
            runIfNobodyElseDoes();
            metrics.refresh();
        } catch (RuntimeException outage) {
            log.warn("The audit cannot be carried out now: {}", outage.toString());
        }
    }

    /** @return whether this instance did it */
    boolean runIfNobodyElseDoes() {
        var wanted = new LockConfiguration(clock.instant(), "audit", AT_MOST, Duration.ZERO);
        Optional<SimpleLock> lock = locks.lock(wanted);
        if (lock.isEmpty()) {
            return false;
        }
        try {
            checks.forEach(check -> transactions.executeWithoutResult(status -> round.run(check)));
            return true;
        } finally {
            lock.get().unlock();
        }
    }
}
