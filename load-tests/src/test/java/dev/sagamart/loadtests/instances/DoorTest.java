package dev.sagamart.loadtests.instances;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.sagamart.loadtests.measuring.Load;
import dev.sagamart.loadtests.measuring.Requests;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DoorTest {
    private static final int LARGE = 3 << 20;

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
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), door.port());

            var result = Load.run(address, 4, requests, Duration.ofMillis(200));

            assertThat(result.errors()).isEmpty();
            assertThat(result.answers()).isPositive();
            assertThat(served.keySet()).containsExactlyInAnyOrderElementsOf(ports());
        }
    }

    @Test
    void what_the_reader_does_not_take_at_once_comes_later() throws IOException, InterruptedException {
        try (Door door = Door.open(0, ports());
                HttpClient client = HttpClient.newHttpClient()) {
            byte[] body = new byte[LARGE];
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + door.port()))
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body));

            assertThat(client.send(request.build(), BodyHandlers.ofByteArray()).body())
                    .hasSize(LARGE);
        }
    }

    private List<Integer> ports() {
        return servers.stream().map(server -> server.getAddress().getPort()).toList();
    }

    /** Gives back what it gets. */
    private HttpServer server() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(workers);
            server.createContext("/", exchange -> {
                served.merge(server.getAddress().getPort(), 1, Integer::sum);
                byte[] body = exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
