package dev.sagamart.chaos.cluster;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Which processes of a cluster have been stopped where they are, with all their children. */
final class Standstill {
    private final Set<String> paused = ConcurrentHashMap.newKeySet();
    private final Function<String, List<Long>> tree;

    /** @param tree the ids of a process and all below it, itself first; none if it does not run */
    Standstill(Function<String, List<Long>> tree) {
        this.tree = tree;
    }

    boolean holds(String name) {
        return paused.contains(name);
    }

    void pause(String name) {
        paused.add(name);
        Signals.send("STOP", tree.apply(name).stream().limit(1).toList()); // first, so that it makes no more children
        Signals.send("STOP", tree.apply(name));
    }

    void resume(String name) {
        if (paused.remove(name)) {
            Signals.send("CONT", tree.apply(name).reversed());
        }
    }

    /** A process that was killed stands still no more. */
    void forget(String name) {
        paused.remove(name);
    }
}
