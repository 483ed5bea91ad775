package dev.sagamart.loadtests.gateway;

import dev.sagamart.local.infrastructure.Launch;
import dev.sagamart.local.infrastructure.Ports;
import dev.sagamart.local.infrastructure.TokenIssuer;
import dev.sagamart.local.suite.ServiceJvm;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The Java programs of the benchmark, each on a free port and with the JVM flags of a service.
 *
 * @param home folder of their logs
 */
record Programs(Path home) {
    private static final List<String> SERVICES = List.of("POINT", "PRODUCT", "ORDER", "COUPON", "RANKING", "CHARGELOG");
    private static final String NO_LIMIT = "1000000";

    JavaServer upstream() {
        int port = Ports.free();
        return ofThisModule("upstream", port, url(port) + "/v1/points", ConstantUpstream.class, Integer.toString(port));
    }

    JavaServer bareGateway(JavaServer upstream) {
        int port = Ports.free();
        return ofThisModule(
                "bare-gateway",
                port,
                url(port) + "/v1/points",
                BareGateway.class,
                "--server.port=" + port,
                "--upstream=" + url(upstream.port()));
    }

    /** Ours with everything on; only the limit per address must not see that all users come from one. */
    JavaServer gateway(Path jar, JavaServer upstream, TokenIssuer issuer, String redisUrl) {
        int port = Ports.free();
        int management = Ports.free();
        Map<String, String> environment = new HashMap<>();
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(management));
        environment.put("SAGAMART_REDIS_URL", redisUrl);
        environment.put("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI", issuer.issuer());
        environment.put("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_JWK_SET_URI", issuer.jwkSetUri());
        environment.put("SAGAMART_GATEWAY_LIMITS_ADDRESSRATE", NO_LIMIT);
        environment.put("SAGAMART_GATEWAY_LIMITS_ADDRESSBURST", NO_LIMIT);
        SERVICES.forEach(service -> environment.put("SAGAMART_GATEWAY_UPSTREAMS_" + service, url(upstream.port())));
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

    private static String url(int port) {
        return "http://127.0.0.1:" + port;
    }
}
