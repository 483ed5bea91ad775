package dev.sagamart.coupon.rush;

import dev.sagamart.testsupport.infrastructure.Infrastructure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.redisson.api.RScript;
import org.redisson.api.RedissonClient;
import org.redisson.api.redisnode.RedisNodes;
import org.redisson.client.codec.StringCodec;
import org.springframework.util.FileSystemUtils;

/** The Redis of the tests as a process with files, which can be hurt in ways that it does not offer itself. */
final class RedisProcess {
    private static final Pattern PID = Pattern.compile("process_id:(\\d+)");

    private final RedissonClient redis;

    RedisProcess(RedissonClient redis) {
        this.redis = redis;
    }

    /** It neither works nor ends until the answer is closed. */
    Pause pause() {
        String server = redis.getScript(StringCodec.INSTANCE)
                .eval(RScript.Mode.READ_ONLY, "return redis.call('INFO', 'server')", RScript.ReturnType.VALUE);
        String pid = PID.matcher(server)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
        signal("STOP", pid);
        return () -> signal("CONT", pid);
    }

    /** Ends with a process that goes on. */
    interface Pause extends AutoCloseable {
        @Override
        void close();
    }

    private static void signal(String name, String pid) {
        try {
            if (new ProcessBuilder("kill", "-" + name, pid).start().waitFor() != 0) {
                throw new IllegalStateException("kill -" + name + " " + pid + " failed");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** What it has on disk now, to go back to. */
    Snapshot snapshot() {
        Path data = Path.of(redis.getRedisNodes(RedisNodes.SINGLE)
                .getInstance()
                .getConfig("dir")
                .get("dir"));
        Path copy = data.resolveSibling("redis-copy-" + System.nanoTime());
        copy(data, copy);
        return new Snapshot(data, copy);
    }

    private static void copy(Path from, Path to) {
        try {
            FileSystemUtils.copyRecursively(from, to);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** An older state of its files. */
    record Snapshot(Path data, Path copy) {
        /** Redis dies, and comes back as it was then. */
        void bringBack() {
            Infrastructure.redis().kill();
            try {
                FileSystemUtils.deleteRecursively(data);
                Files.move(copy, data);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            Infrastructure.redis().start();
        }
    }
}
