package dev.sagamart.loadtests.gateway;

import dev.sagamart.local.infrastructure.ChildProcess;
import dev.sagamart.local.infrastructure.Launch;
import dev.sagamart.local.infrastructure.ProcessServer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/** A Java program that serves HTTP on loopback and is up when its probe is answered with 200. */
final class JavaServer extends ProcessServer {
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final int PROBE_MILLIS = 2000;

    private final Launch launch;
    private final int port;
    private final URI probe;

    JavaServer(Launch launch, int port, URI probe) {
        super(START_LIMIT, STOP_LIMIT);
        this.launch = launch;
        this.port = port;
        this.probe = probe;
    }

    @Override
    protected Launch launch() {
        return launch;
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

    String name() {
        return launch.name();
    }

    int port() {
        return port;
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    long pid() {
        return running().pid();
    }

    /** Milliseconds of all cores since its start, or not a number where the system does not tell. */
    double processorMillis() {
        return running()
                .tree()
                .findFirst()
                .flatMap(process -> process.info().totalCpuDuration())
                .map(used -> used.toNanos() / 1e6)
                .orElse(Double.NaN);
    }

    private ChildProcess running() {
        return Objects.requireNonNull(process(), name() + " has not been started");
    }
}
