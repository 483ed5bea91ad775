package dev.sagamart.gateway.routing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;

/** Against a service that answers its first request, and breaks the connection when it has received any other. */
class UpstreamClientConfigurationTest {

    private final AtomicInteger received = new AtomicInteger();
    private final HttpClient client =
            new UpstreamClientConfiguration().neverSilentForLong().customize(HttpClient.create());
    private ServerSocket service;

    @BeforeEach
    void open() throws IOException {
        service = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    @AfterEach
    void close() throws IOException {
        service.close();
    }

    @Test
    void a_write_whose_connection_breaks_is_not_sent_again() {
        assertThat(post().block()).isEqualTo(200);

        assertThatThrownBy(() -> post().block()).hasRootCauseInstanceOf(IOException.class);

        assertThat(received).hasValue(2);
    }

    private Mono<Integer> post() {
        return client.headers(headers -> headers.set("Content-Length", 2))
                .post()
                .uri("http://127.0.0.1:" + service.getLocalPort() + "/")
                .send(ByteBufFlux.fromString(Mono.just("{}")))
                .responseSingle(
                        (response, body) -> body.thenReturn(response.status().code()));
    }

    private void accept() {
        while (!service.isClosed()) {
            try {
                var connection = service.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            var reader = new BufferedReader(new InputStreamReader(connection.getInputStream(), UTF_8));
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.isEmpty() && received.incrementAndGet() > 1) {
                    connection.setSoLinger(true, 0);
                    return;
                }
                if (line.isEmpty()) {
                    reader.skip(2);
                    connection.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(UTF_8));
                }
            }
        } catch (IOException gone) {
            // the test has ended
        }
    }
}
