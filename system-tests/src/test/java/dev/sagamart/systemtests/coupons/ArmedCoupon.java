package dev.sagamart.systemtests.coupons;

import dev.sagamart.faultagent.CrashPoint;
import dev.sagamart.faultagent.FaultControl;
import dev.sagamart.local.infrastructure.Databases;
import dev.sagamart.local.infrastructure.Launch;
import dev.sagamart.local.infrastructure.Ports;
import dev.sagamart.local.infrastructure.ProcessServer;
import dev.sagamart.local.infrastructure.TokenMint;
import dev.sagamart.local.suite.Service;
import dev.sagamart.local.suite.ServiceJvm;
import dev.sagamart.systemtests.http.Target;
import dev.sagamart.systemtests.suite.SuiteUnderTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One more coupon-service beside that of the suite, which dies where it is told to. */
final class ArmedCoupon extends ProcessServer implements Target {
    private static final String NAME = "coupon-armed";
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final int PROBE_MILLIS = 2_000;

    private final int port = Ports.free();
    private final int managementPort = Ports.free();
    private final SuiteUnderTest suite;
    private final Path root;
    private final Path home;
    private final FaultControl agent;

    ArmedCoupon(SuiteUnderTest suite, Path root) {
        super(START_LIMIT, STOP_LIMIT);
        this.suite = suite;
        this.root = root;
        this.home = suite.logs().resolveSibling(NAME).toAbsolutePath();
        this.agent = new FaultControl(home.resolve("orders"));
    }

    void crash(CrashPoint point, int passing) {
        agent.crash(point, passing);
    }

    boolean isArmed() {
        return agent.isTaken();
    }

    long crashes(CrashPoint point) {
        return agent.crashes(point);
    }

    @Override
    protected Launch launch() {
        List<String> command = new ArrayList<>(ServiceJvm.command());
        command.add("-XX:TieredStopAtLevel=1");
        command.add(agent.jvmArgument(root.resolve("libs/fault-agent/target/fault-agent.jar")));
        command.addAll(List.of("-jar", program().toString()));
        try {
            Files.createDirectories(home);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new Launch(NAME, command, environment(), home);
    }

    /** As the suite has unpacked it; the newest is the one that it runs. */
    private Path program() {
        Path applications = root.resolve(".sagamart/applications");
        try (Stream<Path> builds = Files.list(applications)) {
            Path newest = builds.filter(build -> build.getFileName().toString().startsWith("coupon-service-"))
                    .filter(Files::isDirectory)
                    .max(Comparator.comparingLong(build -> build.toFile().lastModified()))
                    .orElseThrow();
            return newest.resolve("coupon-service.jar");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Map<String, String> environment() {
        String runtime = Databases.runtimeRole("coupon");
        String owner = Databases.ownerRole("coupon");
        return Map.ofEntries(
                Map.entry("SERVER_PORT", Integer.toString(port)),
                Map.entry("MANAGEMENT_SERVER_PORT", Integer.toString(managementPort)),
                Map.entry(
                        "SPRING_KAFKA_BOOTSTRAP_SERVERS",
                        "127.0.0.1:" + suite.ports().kafka()),
                Map.entry(
                        "SAGAMART_REDIS_URL",
                        "redis://127.0.0.1:" + suite.ports().redis()),
                Map.entry(
                        "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI",
                        suite.ports().issuerUrl()),
                Map.entry("SPRING_DATASOURCE_URL", suite.postgres().jdbcUrl("coupon")),
                Map.entry("SPRING_DATASOURCE_USERNAME", runtime),
                Map.entry("SPRING_DATASOURCE_PASSWORD", suite.postgres().password(runtime)),
                Map.entry("SPRING_FLYWAY_USER", owner),
                Map.entry("SPRING_FLYWAY_PASSWORD", suite.postgres().password(owner)));
    }

    @Override
    public boolean answers() {
        try {
            var probe =
                    (HttpURLConnection) URI.create("http://127.0.0.1:" + managementPort + "/actuator/health/readiness")
                            .toURL()
                            .openConnection();
            probe.setConnectTimeout(PROBE_MILLIS);
            probe.setReadTimeout(PROBE_MILLIS);
            return probe.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Itself: nobody stands before it. */
    @Override
    public String gateway() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public TokenMint mint() {
        return suite.mint();
    }

    /** The suite's own one, past the gateway. */
    Target other() {
        return new Target() {
            @Override
            public String gateway() {
                return suite.ports().url(Service.COUPON);
            }

            @Override
            public TokenMint mint() {
                return suite.mint();
            }
        };
    }
}
