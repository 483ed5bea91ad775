package dev.sagamart.local.suite;

import dev.sagamart.local.infrastructure.ChildProcess;
import dev.sagamart.local.infrastructure.Launch;
import dev.sagamart.local.infrastructure.Server;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A service as a process, ready when its own readiness probe says so. */
final class ServiceProcess implements Server {
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final int PROBE_MILLIS = 2000;

    private final String name;
    private final Application application;
    private final Map<String, String> environment;
    private final Path home;
    private final URI probe;
    private @Nullable ChildProcess process;

    ServiceProcess(Service service, SuiteOptions options, Map<String, String> environment) {
        this.name = service.label();
        this.application = new Application(service, options);
        this.environment = environment;
        this.home = options.data();
        this.probe =
                URI.create("http://127.0.0.1:" + options.ports().management(service) + "/actuator/health/readiness");
    }

    @Override
    public synchronized void start() {
        if (isRunning()) {
            return;
        }
        ChildProcess started = ChildProcess.start(new Launch(name, application.command(), environment, home));
        process = started;
        started.awaitReady(this::isReady, START_LIMIT);
    }

    @Override
    public synchronized void stop() {
        if (process != null && process.isAlive()) {
            process.terminate(STOP_LIMIT);
        }
    }

    @Override
    public synchronized void kill() {
        if (process != null) {
            process.kill();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return process != null && process.isAlive();
    }

    synchronized @Nullable ChildProcess process() {
        return process;
    }

    Path cache() {
        return application.cache();
    }

    Launch training(Path output) {
        return application.training(environment, output);
    }

    boolean isReady() {
        try {
            var connection = (HttpURLConnection) probe.toURL().openConnection();
            connection.setConnectTimeout(PROBE_MILLIS);
            connection.setReadTimeout(PROBE_MILLIS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        }
    }
}
