package dev.sagamart.systemtests.conformance;

import dev.sagamart.conformance.subject.Fault;
import dev.sagamart.conformance.subject.Faults;
import dev.sagamart.systemtests.suite.Pause;
import dev.sagamart.systemtests.suite.SuiteUnderTest;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Does to the processes of the suite what the kit asks for; the work of its write is done by point-service. */
final class SuiteFaults {
    private static final String STORE = "redis";
    private static final String GATEWAY = "gateway";
    private static final String UPSTREAM = "point";

    private final SuiteUnderTest suite;
    private final Map<String, Pause> pauses = new HashMap<>();

    private SuiteFaults(SuiteUnderTest suite) {
        this.suite = suite;
    }

    static Faults of(SuiteUnderTest suite) {
        var on = new SuiteFaults(suite);
        Map<Fault, Runnable> faults = new EnumMap<>(Fault.class);
        faults.put(Fault.STORE_PAUSE, () -> on.pause(STORE));
        faults.put(Fault.STORE_RESUME, () -> on.resume(STORE));
        faults.put(Fault.STORE_KILL, () -> on.kill(STORE));
        faults.put(Fault.STORE_START, () -> suite.start(STORE));
        faults.put(Fault.STORE_FLUSH, () -> RedisFlush.at(suite.ports().redis()));
        faults.put(Fault.GATEWAY_KILL, () -> on.kill(GATEWAY));
        faults.put(Fault.GATEWAY_START, () -> suite.start(GATEWAY));
        faults.put(Fault.UPSTREAM_PAUSE, () -> on.pause(UPSTREAM));
        faults.put(Fault.UPSTREAM_RESUME, () -> on.resume(UPSTREAM));
        faults.put(Fault.UPSTREAM_KILL, () -> on.kill(UPSTREAM));
        faults.put(Fault.UPSTREAM_START, () -> suite.start(UPSTREAM));
        return Faults.of(faults);
    }

    private void pause(String process) {
        pauses.put(process, suite.pause(process));
    }

    private void resume(String process) {
        Objects.requireNonNull(pauses.remove(process)).close();
    }

    /** A pause ends with the process. */
    private void kill(String process) {
        pauses.remove(process);
        suite.kill(process);
    }
}
