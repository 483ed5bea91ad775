package dev.sagamart.loadtests.gateway;

import dev.sagamart.local.infrastructure.Launch;
import dev.sagamart.local.infrastructure.Ports;
import dev.sagamart.local.suite.Service;
import dev.sagamart.local.suite.ServiceJvm;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The Java programs of the benchmark, each on a free port and with the JVM flags of a service.
 *
 * @param home folder of their logs
 */
record Programs(Path home) {
    private static final String NO_LIMIT = "1000000";

    JavaServer upstream() {
        int port = Ports.free();
        return ofThisModule("upstream", port, url(port) + "/v1/points", ConstantUpstream.class, Integer.toString(port));
    }

    JavaServer bareGateway(Backend backend) {
        int port = Ports.free();
        return ofThisModule(
                "bare-gateway",
                port,
                url(port) + "/v1/products/1",
                BareGateway.class,
                "--server.port=" + port,
                "--point=" + backend.url(Service.POINT),
                "--product=" + backend.url(Service.PRODUCT));
    }

    /** Ours with everything on; only the limit per address must not see that all users come from one. */
    JavaServer gateway(Path jar, Backend backend, String redisUrl) {
        int port = Ports.free();
        int management = Ports.free();
        Map<String, String> environment = new HashMap<>();
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(management));
        environment.put("SAGAMART_REDIS_URL", redisUrl);
        environment.put("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI", backend.issuer());
        environment.put("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_JWK_SET_URI", backend.jwkSetUri());
        environment.put("SAGAMART_GATEWAY_LIMITS_ADDRESSRATE", NO_LIMIT);
        environment.put("SAGAMART_GATEWAY_LIMITS_ADDRESSBURST", NO_LIMIT);
        EnumSet.complementOf(EnumSet.of(Service.GATEWAY))
                .forEach(service -> environment.put(service.upstreamVariable(), backend.url(service)));
        var launch = new Launch("gateway", java("-jar", jar.toString()), environment, home);
        return new JavaServer(launch, port, URI.create(url(management) + "/actuator/health/readiness"));
    }

    private JavaServer ofThisModule(String name, int port, String probe, Class<?> program, String... arguments) {
        List<String> command = java("-cp", System.getProperty("java.class.path"), program.getName());
        command.addAll(List.of(arguments));
        return new JavaServer(new Launch(name, command, home), port, URI.create(probe));
    }

    private static List<String> java(String... what) {
        List<String> command = new ArrayList<>(ServiceJvm.command());
        command.addAll(List.of(what));
        return command;
    }

    static String url(int port) {
        return "http://127.0.0.1:" + port;
    }
}
