package dev.sagamart.systemtests.suite;

import dev.sagamart.local.infrastructure.PostgresServer;
import dev.sagamart.local.infrastructure.SigningKeys;
import dev.sagamart.local.infrastructure.TokenMint;
import dev.sagamart.local.suite.EndWithJvm;
import dev.sagamart.local.suite.Instance;
import dev.sagamart.local.suite.PortPlan;
import dev.sagamart.local.suite.Progress;
import dev.sagamart.local.suite.Service;
import dev.sagamart.local.suite.Suite;
import dev.sagamart.local.suite.Suite.StartMode;
import dev.sagamart.local.suite.SuiteOptions;
import dev.sagamart.local.suite.Topology;
import dev.sagamart.systemtests.http.Target;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The suite as {@code ./run} starts it, on ports of its own and with data and logs under {@code target/suite}. */
public final class SuiteUnderTest implements Target, AutoCloseable {
    private final SuiteOptions options;
    private final EndWithJvm end = new EndWithJvm();
    private final SpanCollector spans = SpanCollector.start();
    private final Suite suite;

    private SuiteUnderTest(SuiteOptions options) {
        this.options = options;
        try {
            this.suite = Suite.start(options, StartMode.FRESH, topology(), new StandardOutput());
        } catch (RuntimeException failure) {
            end.forget();
            spans.close();
            throw failure;
        }
        end.started(this::stop);
    }

    static SuiteUnderTest start() {
        Path root = SuiteOptions.findRoot();
        Jars.require(root);
        Path data = root.resolve("system-tests/target/suite");
        return new SuiteUnderTest(new SuiteOptions(root, data, FreePorts.find()));
    }

    /** One instance of each service, all of which tell us their spans. */
    private Topology topology() {
        var tracing = Map.of("MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT", spans.endpoint());
        return new Topology(
                Stream.of(Service.values())
                        .map(service -> new Instance(
                                service,
                                service.label(),
                                ports().http(service),
                                ports().management(service),
                                tracing,
                                List.of()))
                        .toList(),
                List.of());
    }

    public SpanCollector spans() {
        return spans;
    }

    public void start(String process) {
        suite.start(process);
    }

    /** As {@code kill -9} does. */
    public void kill(String process) {
        suite.kill(process);
    }

    /** A process that neither works nor ends until the answer is closed. */
    public Pause pause(String process) {
        return suite.status().stream()
                .filter(status -> status.name().equals(process) && status.pid() != null)
                .map(status -> Pause.begin(status.pid()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(process + " does not run"));
    }

    public PortPlan ports() {
        return options.ports();
    }

    @Override
    public String gateway() {
        return suite.gatewayUrl();
    }

    @Override
    public TokenMint mint() {
        return new TokenMint(SigningKeys.in(options.data()), ports().issuerUrl(), Clock.systemUTC());
    }

    /** For looking behind the scenes. */
    public Connection database(String name) throws SQLException {
        return suite.postgres().connect(name);
    }

    /** For one more instance of a service beside ours. */
    public PostgresServer postgres() {
        return suite.postgres();
    }

    public Path logs() {
        return options.data().resolve("logs");
    }

    @Override
    public void close() {
        stop();
        end.forget();
    }

    private synchronized void stop() {
        suite.close();
        spans.close();
    }

    /** Says on the console how the start gets on. */
    private static final class StandardOutput implements Progress {
        @Override
        public void note(String text) {
            System.out.println(text);
        }

        @Override
        public void ready(String name, int port, Duration took) {
            System.out.printf("%-12s ready on %d after %d ms%n", name, port, took.toMillis());
        }

        @Override
        public void stopped(String name, Duration took) {
            System.out.printf("%-12s stopped after %d ms%n", name, took.toMillis());
        }
    }
}
