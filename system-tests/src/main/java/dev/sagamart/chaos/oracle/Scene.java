package dev.sagamart.chaos.oracle;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A suite as the oracle looks at it: past every fault. */
public interface Scene {
    Databases databases();

    /** Port of Redis on loopback. */
    int redis();

    /** Bootstrap server. */
    String kafka();

    /** A gateway. */
    String gateway();

    /** For the gateway. */
    String adminToken();

    /** A file per process. */
    Path logs();

    /** The processes that are services, with their pids. */
    Map<String, Long> services();

    /** Names of the processes that are not ready. */
    List<String> notReady();

    /** Stops everything in order and starts it again with the same data. */
    void coldRestart();
}
