package dev.sagamart.local.suite;

import dev.sagamart.local.infrastructure.Databases;
import dev.sagamart.local.infrastructure.KafkaServer;
import dev.sagamart.local.infrastructure.Ports;
import dev.sagamart.local.infrastructure.PostgresServer;
import dev.sagamart.local.infrastructure.RedisServer;
import dev.sagamart.local.infrastructure.TokenIssuer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All processes of Sagamart on this machine; the token issuer lives in the JVM that owns the suite. */
public final class Suite implements AutoCloseable {
    private final SuiteOptions options;
    private final Progress progress;
    private final DataLock lock;
    private final PostgresServer postgres;
    private final List<Component> servers;
    private final List<Component> services;
    private final List<ServiceProcess> processes = new ArrayList<>();
    private final StartTraining training;
    private final TokenIssuer issuer;

    private Suite(SuiteOptions options, Set<Service> chosen, Progress progress, DataLock lock) {
        this.options = options;
        this.progress = progress;
        this.lock = lock;
        PortPlan ports = options.ports();
        this.postgres = new PostgresServer(options.data(), ports.postgres(), PostgresServer.Durability.DURABLE);
        this.servers = servers();
        this.services = services(chosen);
        this.training = new StartTraining(processes, progress);
        this.issuer = TokenIssuer.start(options.data(), ports.issuer(), Clock.systemUTC());
    }

    /** Starts everything and returns when all processes are ready; when one fails, none is left running. */
    public static Suite start(SuiteOptions options, StartMode mode, Progress progress) {
        return start(options, mode, EnumSet.allOf(Service.class), progress);
    }

    /** As above with some of the services only. */
    public static Suite start(SuiteOptions options, StartMode mode, Set<Service> chosen, Progress progress) {
        DataLock lock = DataLock.take(options.data());
        try {
            prepare(options, mode, progress, lock);
            Suite suite = new Suite(options, chosen, progress, lock);
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

    private static void prepare(SuiteOptions options, StartMode mode, Progress progress, DataLock lock) {
        List<String> leftOvers = lock.clearLeftOvers();
        if (!leftOvers.isEmpty()) {
            progress.note("ended what an earlier run had left behind: " + String.join(", ", leftOvers));
        }
        if (mode == StartMode.FRESH) {
            lock.deleteData();
        }
        requireFreePorts(options.ports());
    }

    private static void requireFreePorts(PortPlan ports) {
        String busy = ports.all().entrySet().stream()
                .filter(entry -> Ports.isOpen(entry.getKey()))
                .map(entry -> "  port " + entry.getKey() + " is wanted by " + entry.getValue() + ", but in use")
                .collect(Collectors.joining("\n"));
        if (!busy.isEmpty()) {
            throw new SuiteFailed(busy + "\nEnd what uses it, or move all ports: --port-offset N");
        }
    }

    private void startAll() {
        try {
            Waves.forEach(servers, servers.size(), this::start);
            new Databases(postgres).provision();
            Waves.forEach(services, Runtime.getRuntime().availableProcessors(), this::start);
        } catch (RuntimeException failure) {
            stopProcesses();
            issuer.close();
            throw failure;
        }
    }

    private List<Component> servers() {
        PortPlan ports = options.ports();
        var kafka = new KafkaServer(options.data(), ports.kafka(), ports.kafkaController(), List.of());
        var redis = new RedisServer(options.data(), ports.redis());
        return List.of(
                new Component("kafka", ports.kafka(), kafka, kafka::process, () -> Ports.isOpen(ports.kafka())),
                new Component("postgres", ports.postgres(), postgres, postgres::process, postgres::answers),
                new Component("redis", ports.redis(), redis, redis::process, redis::answers));
    }

    private List<Component> services(Set<Service> chosen) {
        var settings = new ServiceSettings(options.ports(), postgres);
        List<Component> services = new ArrayList<>();
        for (Service service : chosen) {
            var process = new ServiceProcess(service, options, settings.of(service));
            processes.add(process);
            int port = options.ports().http(service);
            services.add(new Component(service.label(), port, process, process::process, process::isReady));
        }
        return services;
    }

    /** Spends idle time on making the next start of this build quicker. */
    public void trainForNextStart() {
        training.begin();
    }

    public void start(String name) {
        start(component(name));
    }

    public void stop(String name) {
        stop(component(name));
    }

    /** Ends a process the way {@code kill -9} does. */
    public void kill(String name) {
        component(name).server().kill();
    }

    public List<ComponentStatus> status() {
        return components().map(Component::status).toList();
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
        return postgres;
    }

    @Override
    public void close() {
        training.close();
        stopProcesses();
        issuer.close();
        lock.close();
    }

    /** Stopping is what an interrupt asks for, so it must not be cut short by one. */
    private void stopProcesses() {
        boolean interrupted = Thread.interrupted();
        Predicate<Component> gateway = component -> component.name().equals(Service.GATEWAY.label());
        Waves.forEach(services.stream().filter(gateway).toList(), 1, this::stop);
        Waves.forEach(services.stream().filter(gateway.negate()).toList(), services.size(), this::stop);
        Waves.forEach(servers, 1, this::stop);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void start(Component component) {
        long begin = System.nanoTime();
        component.server().start();
        progress.ready(component.name(), component.port(), since(begin));
    }

    private void stop(Component component) {
        if (component.server().isRunning()) {
            long begin = System.nanoTime();
            component.server().stop();
            progress.stopped(component.name(), since(begin));
        }
    }

    private Component component(String name) {
        return components()
                .filter(component -> component.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new SuiteFailed("there is no process " + name + ", only "
                        + components().map(Component::name).collect(Collectors.joining(", "))));
    }

    private Stream<Component> components() {
        return Stream.concat(servers.stream(), services.stream());
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
