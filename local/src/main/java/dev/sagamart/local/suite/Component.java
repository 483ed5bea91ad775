package dev.sagamart.local.suite;

import dev.sagamart.local.infrastructure.ChildProcess;
import dev.sagamart.local.infrastructure.Server;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One process of the suite under the name that the commands use.
 *
 * @param port where it serves
 * @param server starts and stops it
 * @param process the last process that was started, dead or alive
 * @param healthy asks the running process whether it can work
 */
record Component(
        String name, int port, Server server, Supplier<@Nullable ChildProcess> process, BooleanSupplier healthy) {

    ComponentStatus status() {
        ChildProcess current = process.get();
        if (current == null || !current.isAlive()) {
            return new ComponentStatus(name, port, null, "down", 0);
        }
        String health = healthy.getAsBoolean() ? "ready" : "not ready";
        return new ComponentStatus(name, port, current.pid(), health, Memory.ofBytes(current));
    }
}
