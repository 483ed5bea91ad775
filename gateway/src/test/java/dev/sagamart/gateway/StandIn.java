package dev.sagamart.gateway;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A real HTTP server in the place of a service; it keeps what it is asked and answers what a test tells it to. */
final class StandIn {

    static final StandIn POINT = new StandIn("point");
    static final StandIn PRODUCT = new StandIn("product");
    static final StandIn ORDER = new StandIn("order");
    static final StandIn COUPON = new StandIn("coupon");
    static final StandIn RANKING = new StandIn("ranking");
    static final StandIn CHARGE_LOG = new StandIn("charge-log");
    static final List<StandIn> ALL = List.of(POINT, PRODUCT, ORDER, COUPON, RANKING, CHARGE_LOG);

    /** What arrived, as it arrived. */
    record Call(String method, String uri, Headers headers, byte[] body) {

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    private final String name;
    private final HttpServer server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile HttpHandler behaviour;

    private StandIn(String name) {
        try {
            this.name = name;
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 512);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", this::handle);
            server.start();
            reset();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void resetAll() {
        ALL.forEach(StandIn::reset);
    }

    private void reset() {
        calls.clear();
        answers(200, "application/json", "{\"service\":\"" + name + "\"}");
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<Call> calls() {
        return calls;
    }

    Call onlyCall() {
        if (calls.size() != 1) {
            throw new AssertionError(name + " was called " + calls.size() + " times");
        }
        return calls.getFirst();
    }

    void answers(int status, String contentType, String body, String... headers) {
        behaviour = exchange -> respond(exchange, status, contentType, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** Answers only once the returned latch is open; every call waits on the same latch. */
    CountDownLatch answersLater(int status, String contentType, String body) {
        var latch = new CountDownLatch(1);
        behaviour = exchange -> {
            await(latch);
            respond(exchange, status, contentType, body.getBytes(StandardCharsets.UTF_8));
        };
        return latch;
    }

    void behaves(HttpHandler behaviour) {
        this.behaviour = behaviour;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var uri = exchange.getRequestURI().toString();
            calls.add(new Call(exchange.getRequestMethod(), uri, exchange.getRequestHeaders(), body));
            behaviour.handle(exchange);
        }
    }

    static void respond(HttpExchange exchange, int status, String contentType, byte[] body, String... headers)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", contentType);
        for (int i = 0; i < headers.length; i += 2) {
            exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
        }
        boolean bodiless = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, bodiless ? -1 : body.length);
        if (!bodiless) {
            exchange.getResponseBody().write(body);
        }
    }

    static void await(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new AssertionError("nobody opened the latch");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
