package dev.sagamart.local.suite;

import dev.sagamart.local.infrastructure.Launch;
import dev.sagamart.local.infrastructure.ProcessServer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A service as a process, ready when its own readiness probe says so. */
final class ServiceProcess extends ProcessServer {
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final int PROBE_MILLIS = 2000;

    private final Instance instance;
    private final Application application;
    private final Map<String, String> environment;
    private final Path home;
    private final URI probe;

    ServiceProcess(Instance instance, Application application, Path home, Map<String, String> environment) {
        super(START_LIMIT, STOP_LIMIT);
        this.instance = instance;
        this.application = application;
        this.environment = environment;
        this.home = home;
        this.probe = URI.create("http://127.0.0.1:" + instance.managementPort() + "/actuator/health/readiness");
    }

    @Override
    protected Launch launch() {
        return new Launch(instance.name(), application.command(instance.jvmFlags()), environment, home);
    }

    Instance instance() {
        return instance;
    }

    Path cache() {
        return application.cache();
    }

    Launch training(Path output) {
        return application.training(environment, output);
    }

    @Override
    public boolean answers() {
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
