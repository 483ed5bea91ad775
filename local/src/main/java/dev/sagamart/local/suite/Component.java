package dev.sagamart.local.suite;

import dev.sagamart.local.infrastructure.ChildProcess;
import dev.sagamart.local.infrastructure.ProcessServer;

/**
 * One process of the suite under the name that the commands use.
 *
 * @param port where it serves
 */
record Component(String name, int port, ProcessServer server) {

    boolean isOf(Service service) {
        return server instanceof ServiceProcess process && process.instance().service() == service;
    }

    ComponentStatus status() {
        ChildProcess current = server.process();
        if (current == null || !current.isAlive()) {
            return new ComponentStatus(name, port, null, "down", 0);
        }
        String health = server.answers() ? "ready" : "not ready";
        return new ComponentStatus(name, port, current.pid(), health, Memory.ofBytes(current));
    }
}
