package dev.sagamart.conformance.cases;

import dev.sagamart.conformance.subject.Fault;
import dev.sagamart.conformance.subject.Faults;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a case has done to the API, and how it is undone. */
final class Damage {
    private final Faults faults;
    private final Health health;
    private final Map<String, Fault> repairs = new LinkedHashMap<>();

    Damage(Faults faults, Health health) {
        this.faults = faults;
        this.health = health;
    }

    void requirePossible(Fault fault) {
        if (!faults.possible(fault)) {
            throw new Skipped("no hook." + fault.label());
        }
        fault.repair().ifPresent(this::requirePossible);
    }

    void cause(Fault fault) {
        health.note();
        fault.repair().ifPresentOrElse(repair -> repairs.put(fault.part(), repair), () -> repairs.remove(fault.part()));
        faults.cause(fault);
    }

    /** Leaves the API as it was found. */
    void repair() {
        List.copyOf(repairs.values()).forEach(faults::cause);
        repairs.clear();
        health.await();
    }
}
