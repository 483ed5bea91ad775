package dev.sagamart.chaos.cluster;

import dev.sagamart.chaos.proxy.Proxy;
import dev.sagamart.local.infrastructure.TokenMint;
import dev.sagamart.local.suite.Service;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The running suite: everything that may be hurt, and ways to look at it that no fault touches. */
public interface Cluster extends AutoCloseable {

    /** All processes: {@code postgres}, {@code redis}, {@code kafka}, then services such as {@code order-1}. */
    List<String> names();

    /** The processes of services. */
    List<String> instances();

    /** The instances of a service, such as {@code order-1, order-2}. */
    List<String> instances(Service service);

    /** Where the gateways are, past every proxy. */
    List<String> gateways();

    /** Where an instance serves its API, past every proxy. */
    String url(String instance);

    /** Where an instance serves {@code /actuator/health/readiness} and {@code /actuator/prometheus}. */
    String management(String instance);

    /** A connection of the superuser to a database such as {@code orders}, past every proxy. */
    Connection database(String name) throws SQLException;

    /** Bootstrap server, past every proxy. */
    String kafka();

    /** Port of Redis on loopback, past every proxy. */
    int redis();

    /** Port of PostgreSQL on loopback, past every proxy. */
    int postgres();

    /** Makes tokens that the suite trusts. */
    TokenMint mint();

    /** One file per process, {@code order-1.log}. */
    Path logs();

    /** The data of the servers: {@code postgres}, {@code redis} and {@code kafka} are folders of it. */
    Path data();

    /**
     * The way from an instance to {@code postgres}, {@code redis} or {@code kafka}, or from {@code gateway} (all of
     * them) to a service such as {@code order}.
     */
    Proxy link(String from, String to);

    List<Proxy> links();

    /** Nothing when the suite was started without it. */
    Optional<Agent> agent();

    boolean isRunning(String name);

    /** Asks it; false at once while it is paused. */
    boolean isReady(String name);

    /** Starts it and returns when it is ready, after several attempts if need be; does nothing when it runs. */
    void start(String name);

    /** SIGTERM, and SIGKILL when that does not help. */
    void stop(String name);

    void kill(String name);

    /** 0 when it does not run. */
    long pid(String name);

    /** A process with all its children, which is itself the first; empty when it does not run. */
    List<Long> tree(String name);

    /** Stops a process with all its children, as they are. */
    void pause(String name);

    /** Continues them; does nothing to one that is not paused. */
    void resume(String name);

    /** Puts every process and every link back to work; repeatable. */
    void healAll();

    /** Whether all processes are ready within the limit. */
    boolean awaitReady(Duration limit);

    /** Stops everything in order and starts it with the same data. */
    void coldRestart();

    @Override
    void close();
}
