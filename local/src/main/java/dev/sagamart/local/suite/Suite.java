package dev.sagamart.local.suite;

import dev.sagamart.local.infrastructure.Databases;
import dev.sagamart.local.infrastructure.Ports;
import dev.sagamart.local.infrastructure.PostgresServer;
import dev.sagamart.local.infrastructure.ProcessServer;
import dev.sagamart.local.infrastructure.TokenIssuer;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All processes of Sagamart on this machine; the token issuer lives in the JVM that owns the suite. */
public final class Suite implements AutoCloseable {
    private final SuiteOptions options;
    private final DataLock lock;
    private final Components components;
    private final StartTraining training;
    private final TokenIssuer issuer;

    private Suite(SuiteOptions options, Topology topology, Progress progress, DataLock lock) {
        this.options = options;
        this.lock = lock;
        this.components = new Components(options, topology, progress);
        this.training = new StartTraining(components.processes(), progress);
        this.issuer = TokenIssuer.start(options.data(), options.ports().issuer(), Clock.systemUTC());
    }

    /** Starts everything and returns when all processes are ready; when one fails, none is left running. */
    public static Suite start(SuiteOptions options, StartMode mode, Progress progress) {
        return start(options, mode, EnumSet.allOf(Service.class), progress);
    }

    /** As above with some of the services only. */
    public static Suite start(SuiteOptions options, StartMode mode, Set<Service> chosen, Progress progress) {
        return start(options, mode, Topology.single(chosen, options.ports()), progress);
    }

    /** As above with several instances of a service, or with ways of its own for each. */
    public static Suite start(SuiteOptions options, StartMode mode, Topology topology, Progress progress) {
        DataLock lock = DataLock.take(options.data());
        try {
            prepare(mode, progress, lock);
            requireFreePorts(topology.ports(options.ports()));
            Suite suite = new Suite(options, topology, progress, lock);
            suite.startAll();
            return suite;
        } catch (RuntimeException failure) {
            lock.close();
            throw failure;
        }
    }

    /** What becomes of the data of the last run. */
    public enum StartMode {
        KEEP_DATA,
        FRESH
    }

    private static void prepare(StartMode mode, Progress progress, DataLock lock) {
        List<String> leftOvers = lock.clearLeftOvers();
        if (!leftOvers.isEmpty()) {
            progress.note("ended what an earlier run had left behind: " + String.join(", ", leftOvers));
        }
        if (mode == StartMode.FRESH) {
            lock.deleteData();
        }
    }

    private static void requireFreePorts(Map<Integer, String> ports) {
        String busy = ports.entrySet().stream()
                .filter(entry -> Ports.isOpen(entry.getKey()))
                .map(entry -> "  port " + entry.getKey() + " is wanted by " + entry.getValue() + ", but in use")
                .collect(Collectors.joining("\n"));
        if (!busy.isEmpty()) {
            throw new SuiteFailed(busy + "\nEnd what uses it, or move all ports: --port-offset N");
        }
    }

    private void startAll() {
        try {
            components.startServers();
            new Databases(components.postgres()).provision();
            components.startServices();
        } catch (RuntimeException failure) {
            components.stopAll();
            issuer.close();
            throw failure;
        }
    }

    /** Spends idle time on making the next start of this build quicker. */
    public void trainForNextStart() {
        training.begin();
    }

    public void start(String name) {
        components.start(components.named(name));
    }

    public void stop(String name) {
        components.stop(components.named(name));
    }

    /** Ends a process the way {@code kill -9} does. */
    public void kill(String name) {
        components.named(name).server().kill();
    }

    /** Whether a process can do its work; asks it. */
    public boolean isReady(String name) {
        ProcessServer server = components.named(name).server();
        return server.isRunning() && server.answers();
    }

    /** The process with this name that was started last, if any was. */
    public Optional<ProcessHandle> process(String name) {
        return Optional.ofNullable(components.named(name).server().process())
                .flatMap(process -> ProcessHandle.of(process.pid()))
                .filter(ProcessHandle::isAlive);
    }

    public List<ComponentStatus> status() {
        return components.status();
    }

    public SuiteOptions options() {
        return options;
    }

    public String gatewayUrl() {
        return options.ports().url(Service.GATEWAY);
    }

    /** Where a service itself can be reached, past the gateway. */
    public String url(Service service) {
        return options.ports().url(service);
    }

    public String token(String user, boolean admin) {
        return issuer.token(user, admin);
    }

    /** For looking behind the scenes in tests. */
    public PostgresServer postgres() {
        return components.postgres();
    }

    @Override
    public void close() {
        training.close();
        components.stopAll();
        issuer.close();
        lock.close();
    }
}
