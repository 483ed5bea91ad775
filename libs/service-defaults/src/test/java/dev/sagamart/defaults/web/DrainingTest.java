package dev.sagamart.defaults.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

class DrainingTest {
    private final WebServer server = new TomcatServletWebServerFactory(0)
            .getWebServer(context -> context.addServlet("all", new Hello()).addMapping("/"));
    private final CompletableFuture<Boolean> drained = new CompletableFuture<>();

    private int port;

    @BeforeEach
    void start() {
        server.start();
        port = server.getPort();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void a_kept_connection_gets_one_more_answer_which_ends_it_and_nobody_new_comes_in() throws IOException {
        try (var caller = connect()) {
            assertThat(ask(caller)).startsWith("HTTP/1.1 200").doesNotContain("Connection: close");

            new Draining(() -> server, Duration.ofSeconds(1)).stop(() -> drained.complete(true));

            assertThat(ask(caller)).startsWith("HTTP/1.1 200").contains("Connection: close");
            await().untilAsserted(() -> assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class));
            await().until(drained::isDone);
        }
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    /** The head of the answer. */
    private static String ask(Socket connection) throws IOException {
        connection.getOutputStream().write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII));
        var answer = new BufferedReader(new InputStreamReader(connection.getInputStream(), US_ASCII));
        var head = new StringBuilder();
        for (String line = answer.readLine(); line != null && !line.isEmpty(); line = answer.readLine()) {
            head.append(line).append('\n');
        }
        return head.toString();
    }
}
