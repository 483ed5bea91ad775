package dev.sagamart.local.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A Redis 7 with an append-only file, bound to loopback, that refuses writes rather than evict anything. */
public final class RedisServer extends ProcessServer {
    private static final Duration START_LIMIT = Duration.ofSeconds(20);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
    private static final int ANSWER_MILLIS = 1000;

    private final Path home;
    private final int port;

    /** @param home data, logs and pid record are kept below this folder */
    public RedisServer(Path home, int port) {
        super(START_LIMIT, STOP_LIMIT);
        this.home = home.toAbsolutePath();
        this.port = port;
    }

    @Override
    protected Launch launch() {
        return new Launch("redis", command(), home);
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    /** Whether it takes commands: false while it still loads its data. */
    @Override
    public boolean answers() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(ANSWER_MILLIS);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII).equals("+PONG");
        } catch (IOException notYet) {
            return false;
        }
    }

    private List<String> command() {
        Path data = home.resolve("redis");
        try {
            Files.createDirectories(data);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return List.of(
                Binaries.redis().toString(),
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--protected-mode",
                "yes",
                "--dir",
                data.toString(),
                "--appendonly",
                "yes",
                "--appendfsync",
                "everysec",
                "--save",
                "",
                "--maxmemory",
                "256mb",
                "--maxmemory-policy",
                "noeviction",
                "--daemonize",
                "no");
    }
}
