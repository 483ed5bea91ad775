package dev.sagamart.chaos.cluster;

import dev.sagamart.chaos.proxy.Proxy;
import dev.sagamart.local.infrastructure.SigningKeys;
import dev.sagamart.local.infrastructure.StartFailed;
import dev.sagamart.local.infrastructure.TokenMint;
import dev.sagamart.local.suite.EndWithJvm;
import dev.sagamart.local.suite.Progress;
import dev.sagamart.local.suite.Service;
import dev.sagamart.local.suite.Suite;
import dev.sagamart.local.suite.Suite.StartMode;
import dev.sagamart.local.suite.SuiteOptions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A suite of processes on this machine. */
public final class RunningCluster implements Cluster {
    private static final Duration START_LIMIT = Duration.ofMinutes(4);
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final SuiteOptions options;
    private final Wiring wiring;
    private final Progress progress;
    private final Members members;
    private final Standstill standstill = new Standstill(this::tree);
    private final EndWithJvm end;
    private volatile Suite suite;

    private RunningCluster(SuiteOptions options, Wiring wiring, Progress progress, EndWithJvm end) {
        this.options = options;
        this.wiring = wiring;
        this.members = new Members(wiring.topology());
        this.progress = progress;
        this.end = end;
        this.suite = Suite.start(options, StartMode.FRESH, wiring.topology(), progress);
        end.started(this::shutDown);
    }

    /** Starts everything with empty data; when a process does not start, none is left running. */
    public static RunningCluster start(ClusterOptions options, Progress progress) {
        Path programs = new Programs(options.root()).copyTo(options.folder().resolve("programs"));
        ClusterPorts ports = ClusterPorts.free();
        Path data = options.folder().resolve("suite").toAbsolutePath();
        Optional<Agent> agent = Agent.jarBelow(programs.toAbsolutePath()).stream()
                .map(jar -> new Agent(jar, options.folder().resolve("orders").toAbsolutePath()))
                .findFirst();
        var wiring = new Wiring(ports, options, agent);
        var end = new EndWithJvm();
        try {
            return new RunningCluster(new SuiteOptions(programs, data, ports.servers()), wiring, progress, end);
        } catch (RuntimeException failure) {
            end.forget();
            wiring.close();
            throw failure;
        }
    }

    @Override
    public List<String> names() {
        return members.all();
    }

    @Override
    public List<String> instances() {
        return members.instances();
    }

    @Override
    public List<String> instances(Service service) {
        return members.of(service);
    }

    @Override
    public List<String> gateways() {
        return instances(Service.GATEWAY).stream().map(this::url).toList();
    }

    @Override
    public String url(String instance) {
        return "http://127.0.0.1:" + members.named(instance).port();
    }

    @Override
    public String management(String instance) {
        return "http://127.0.0.1:" + members.named(instance).managementPort();
    }

    @Override
    public Connection database(String name) throws SQLException {
        String limits = "?connectTimeout=5&loginTimeout=10&socketTimeout=60&ApplicationName=chaos";
        return DriverManager.getConnection(
                suite.postgres().jdbcUrl(name) + limits,
                "postgres",
                suite.postgres().password("postgres"));
    }

    @Override
    public String kafka() {
        return "127.0.0.1:" + options.ports().kafka();
    }

    @Override
    public int redis() {
        return options.ports().redis();
    }

    @Override
    public int postgres() {
        return options.ports().postgres();
    }

    @Override
    public TokenMint mint() {
        return new TokenMint(SigningKeys.in(options.data()), options.ports().issuerUrl(), Clock.systemUTC());
    }

    @Override
    public Path logs() {
        return options.data().resolve("logs");
    }

    @Override
    public Path data() {
        return options.data();
    }

    @Override
    public Proxy link(String from, String to) {
        return wiring.link(from, to);
    }

    @Override
    public List<Proxy> links() {
        return wiring.links();
    }

    @Override
    public Optional<Agent> agent() {
        return wiring.agent();
    }

    @Override
    public boolean isRunning(String name) {
        return suite.process(name).isPresent();
    }

    @Override
    public boolean isReady(String name) {
        return !standstill.holds(name) && suite.isReady(name);
    }

    @Override
    public void start(String name) {
        boolean started = within(START_LIMIT, () -> startOnce(name));
        if (!started) {
            throw new IllegalStateException(name + " does not start, see " + logs().resolve(name + ".log"));
        }
    }

    /** What it needs may be away at this moment. */
    private boolean startOnce(String name) {
        try {
            if (!isRunning(name)) {
                suite.start(name);
            }
            return isReady(name);
        } catch (StartFailed failure) {
            progress.note(name + " did not start: " + failure.getMessage());
            return false;
        }
    }

    @Override
    public void stop(String name) {
        resume(name);
        suite.stop(name);
    }

    @Override
    public void kill(String name) {
        suite.kill(name);
        standstill.forget(name);
    }

    @Override
    public long pid(String name) {
        return suite.process(name).map(ProcessHandle::pid).orElse(0L);
    }

    @Override
    public List<Long> tree(String name) {
        return suite.process(name)
                .map(root -> Stream.concat(Stream.of(root), root.descendants())
                        .map(ProcessHandle::pid)
                        .toList())
                .orElse(List.of());
    }

    @Override
    public void pause(String name) {
        standstill.pause(name);
    }

    @Override
    public void resume(String name) {
        standstill.resume(name);
    }

    @Override
    public void healAll() {
        wiring.links().forEach(Proxy::heal);
        names().forEach(this::resume);
        names().forEach(this::start);
    }

    @Override
    public boolean awaitReady(Duration limit) {
        return within(limit, () -> names().stream().allMatch(this::isReady));
    }

    static boolean within(Duration limit, BooleanSupplier condition) {
        long begin = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begin > limit.toNanos()) {
                return false;
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    @Override
    public void coldRestart() {
        names().forEach(this::resume);
        suite.close();
        suite = Suite.start(options, StartMode.KEEP_DATA, wiring.topology(), progress);
    }

    @Override
    public void close() {
        shutDown();
        end.forget();
    }

    private void shutDown() {
        wiring.links().forEach(Proxy::heal);
        names().forEach(this::resume);
        suite.close();
        wiring.close();
    }
}
