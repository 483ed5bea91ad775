package dev.sagamart.loadtests.gateway;

import dev.sagamart.local.infrastructure.Ports;
import dev.sagamart.local.infrastructure.ProcessServer;
import dev.sagamart.local.infrastructure.RedisServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.util.FileSystemUtils;

/** Both gateways in front of the same, with the Redis and the tokens that ours needs. */
final class Stage implements AutoCloseable {
    private static final int USERS = 1000;

    private final Path home;
    private final Path copyOfJar;
    private final int redisPort = Ports.free();
    private final Backend backend;
    private final JavaServer bare;
    private final JavaServer ours;
    private final List<ProcessServer> inOrder;

    /**
     * @param root the checkout whose build is measured
     * @param home a new folder for logs and data
     */
    Stage(Path root, Path home, BackendKind kind) throws IOException {
        this.home = home;
        var programs = new Programs(home);
        var redis = new RedisServer(home, redisPort);
        Path built = root.resolve("gateway/target/gateway.jar");
        copyOfJar = Files.copy(built, home.resolve("gateway.jar")); // a build may replace the jar meanwhile
        backend = switch (kind) {
            case CONSTANT -> new ConstantBackend(home, programs);
            case SERVICES -> new ServicesBackend(root, home);
        };
        bare = programs.bareGateway(backend);
        ours = programs.gateway(copyOfJar, backend, redis.url());
        inOrder = List.of(redis, bare, ours);
    }

    void start() {
        backend.start();
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
                .mapToObj(user -> backend.token("load-" + user))
                .toList();
    }

    /** Leaves nothing but the logs. */
    @Override
    public void close() {
        inOrder.reversed().forEach(ProcessServer::stop);
        backend.close();
        try {
            Files.delete(copyOfJar);
            FileSystemUtils.deleteRecursively(home.resolve("redis"));
            FileSystemUtils.deleteRecursively(home.resolve("suite"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
