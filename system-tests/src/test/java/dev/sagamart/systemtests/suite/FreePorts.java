package dev.sagamart.systemtests.suite;

import dev.sagamart.local.infrastructure.Ports;
import dev.sagamart.local.suite.PortPlan;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** Finds an offset at which nobody uses any port; below the range that systems hand out for outgoing connections. */
final class FreePorts {
    private static final int LOWEST = 11_000;
    private static final int HIGHEST = 22_000;
    private static final int STEP = 20;

    private FreePorts() {}

    static PortPlan find() {
        return Stream.generate(FreePorts::any)
                .limit(50)
                .filter(plan -> plan.all().keySet().stream().noneMatch(Ports::isOpen))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no free ports for the suite"));
    }

    private static PortPlan any() {
        int steps = (HIGHEST - LOWEST) / STEP;
        return new PortPlan(LOWEST + ThreadLocalRandom.current().nextInt(steps) * STEP);
    }
}
