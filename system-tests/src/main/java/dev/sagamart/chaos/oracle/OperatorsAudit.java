package dev.sagamart.chaos.oracle;

import dev.sagamart.local.audit.Audit;
import dev.sagamart.local.audit.AuditProgress;
import java.time.Clock;
import java.util.List;

/** Asks the audit that operators have, which looks at the same things in its own way. */
record OperatorsAudit(Scene scene) implements Invariant {
    @Override
    public String id() {
        return "I20";
    }

    @Override
    public String sentence() {
        return "The audit of the operators finds nothing.";
    }

    @Override
    public List<String> violations() {
        var audit = new Audit(scene.databases()::open, Clock.systemUTC())
                .withBroker(scene.kafka())
                .withRedis(scene.redis());
        return audit.run(AuditProgress.SILENT).differing().stream()
                .map(finding -> finding.id() + ": " + finding.differences() + ", such as " + finding.examples())
                .toList();
    }
}
