package dev.sagamart.loadtests.instances;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.sagamart.loadtests.measuring.Load;
import dev.sagamart.loadtests.measuring.Requests;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DoorTest {
    private static final int MORE_THAN_BUFFERS_TAKE = 64 << 20;

    private final ConcurrentHashMap<Integer, Integer> served = new ConcurrentHashMap<>();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final List<HttpServer> servers = List.of(server(), server());

    @AfterEach
    void stop() {
        servers.forEach(server -> server.stop(0));
        workers.close();
    }

    @Test
    void connections_go_to_every_instance_and_lose_nothing() {
        try (Door door = Door.open(0, ports())) {
            var requests = Requests.reading("GET / HTTP/1.1\r\nHost: localhost\r\n", List.of());
            var address = local(door.port());

            var result = Load.run(address, 4, requests, Duration.ofMillis(200));

            assertThat(result.errors()).isEmpty();
            assertThat(result.answers()).isPositive();
            assertThat(served.keySet()).containsExactlyInAnyOrderElementsOf(ports());
        }
    }

    @Test
    void what_the_reader_does_not_take_at_once_comes_later() throws IOException {
        try (ServerSocketChannel slow = ServerSocketChannel.open().bind(local(0));
                Door door = Door.open(0, List.of(slow.socket().getLocalPort()))) {
            long sent;
            try (SocketChannel client = SocketChannel.open(local(door.port()))) {
                sent = writeUntilNothingGoesIn(client);
            }

            long received = readAll(slow);

            assertThat(received).isPositive().isEqualTo(sent);
        }
    }

    private static long writeUntilNothingGoesIn(SocketChannel client) throws IOException {
        client.configureBlocking(false);
        ByteBuffer chunk = ByteBuffer.allocate(64 << 10);
        long sent = 0;
        for (int refusals = 0; refusals < 100 && sent < MORE_THAN_BUFFERS_TAKE; ) {
            int written = client.write(chunk.clear());
            sent += written;
            refusals = written > 0 ? 0 : refusals + 1;
            LockSupport.parkNanos(written > 0 ? 0 : 1_000_000);
        }
        return sent;
    }

    private static long readAll(ServerSocketChannel slow) throws IOException {
        try (SocketChannel server = slow.accept()) {
            ByteBuffer chunk = ByteBuffer.allocate(64 << 10);
            long received = 0;
            for (int read = server.read(chunk.clear()); read >= 0; read = server.read(chunk.clear())) {
                received += read;
            }
            return received;
        }
    }

    private static InetSocketAddress local(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    private List<Integer> ports() {
        return servers.stream().map(server -> server.getAddress().getPort()).toList();
    }

    private HttpServer server() {
        try {
            var server = HttpServer.create(local(0), 0);
            server.setExecutor(workers);
            server.createContext("/", exchange -> {
                served.merge(server.getAddress().getPort(), 1, Integer::sum);
                exchange.sendResponseHeaders(204, -1);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
