package dev.sagamart.loadtests.gateway;

import dev.sagamart.local.infrastructure.Ports;
import dev.sagamart.local.infrastructure.ProcessServer;
import dev.sagamart.local.infrastructure.RedisServer;
import dev.sagamart.local.infrastructure.TokenIssuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.util.FileSystemUtils;

/** Both gateways in front of one upstream, with the Redis and the tokens that ours needs. */
final class Stage implements AutoCloseable {
    private static final int USERS = 1000;

    private final Path home;
    private final Path copyOfJar;
    private final int redisPort = Ports.free();
    private final TokenIssuer issuer;
    private final JavaServer bare;
    private final JavaServer ours;
    private final List<ProcessServer> inOrder;

    /**
     * @param gatewayJar the build of our gateway that is measured
     * @param home a new folder for logs and data
     */
    Stage(Path gatewayJar, Path home) throws IOException {
        this.home = home;
        var programs = new Programs(home);
        var redis = new RedisServer(home, redisPort);
        JavaServer upstream = programs.upstream();
        copyOfJar = Files.copy(gatewayJar, home.resolve("gateway.jar")); // a build may replace the jar meanwhile
        issuer = TokenIssuer.start(home, 0, Clock.systemUTC());
        bare = programs.bareGateway(upstream);
        ours = programs.gateway(copyOfJar, upstream, issuer, redis.url());
        inOrder = List.of(redis, upstream, bare, ours);
    }

    void start() {
        inOrder.forEach(ProcessServer::start);
    }

    /** The one that only forwards. */
    JavaServer bare() {
        return bare;
    }

    /** The one with everything on. */
    JavaServer ours() {
        return ours;
    }

    RedisData redis() {
        return new RedisData(redisPort);
    }

    /** One token per user. */
    List<String> tokens() {
        return IntStream.range(0, USERS)
                .mapToObj(user -> issuer.token("load-" + user, false))
                .toList();
    }

    /** Leaves nothing but the logs. */
    @Override
    public void close() {
        inOrder.reversed().forEach(ProcessServer::stop);
        issuer.close();
        try {
            Files.delete(copyOfJar);
            FileSystemUtils.deleteRecursively(home.resolve("redis"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
