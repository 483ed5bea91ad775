package dev.sagamart.local.control;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sagamart.local.infrastructure.Secrets;
import dev.sagamart.local.suite.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/** Takes commands for a running suite from other terminals, on loopback and only with the secret of the data folder. */
public final class ControlServer implements AutoCloseable {
    static final String PURPOSE = "control";
    private static final JsonMapper JSON = new JsonMapper();

    private final Suite suite;
    private final Path data;
    private final byte[] expected;
    private final HttpServer server;

    private ControlServer(Suite suite, HttpServer server) {
        this.suite = suite;
        this.data = suite.options().data();
        this.expected = ("Bearer " + Secrets.in(data).password(PURPOSE)).getBytes(StandardCharsets.UTF_8);
        this.server = server;
    }

    public static ControlServer start(Suite suite) {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var control = new ControlServer(suite, http);
            http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            http.createContext("/", control::handle);
            http.start();
            int offset = suite.options().ports().offset();
            RunningSuite.ofThisProcess(http.getAddress().getPort(), offset).note(control.data);
            return control;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        RunningSuite.forget(data);
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!MessageDigest.isEqual(expected, authorization.getBytes(StandardCharsets.UTF_8))) {
            send(exchange, 403, "not allowed");
            return;
        }
        try {
            send(
                    exchange,
                    200,
                    answer(exchange.getRequestURI().getPath().substring(1).split("/")));
        } catch (RuntimeException failure) {
            send(exchange, 500, String.valueOf(failure.getMessage()));
        }
    }

    private String answer(String[] command) {
        switch (command[0]) {
            case "status" -> {
                return JSON.writeValueAsString(suite.status());
            }
            case "start" -> suite.start(command[1]);
            case "stop" -> suite.stop(command[1]);
            case "kill" -> suite.kill(command[1]);
            case "restart" -> {
                suite.stop(command[1]);
                suite.start(command[1]);
            }
            default -> throw new IllegalArgumentException("unknown command " + command[0]);
        }
        return "";
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
