package dev.sagamart.conformance.toy;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Set;

/**
 * An answer on its way to the client.
 *
 * @param arrived run when it has been sent
 * @param lost run when it has not
 */
record Delivery(ToyAnswer answer, boolean replayed, boolean degraded, Runnable arrived, Runnable lost) {

    static Delivery of(ToyAnswer answer) {
        return new Delivery(answer, false, false, () -> {}, () -> {});
    }

    static Delivery replay(ToyAnswer answer) {
        return new Delivery(answer, true, false, () -> {}, () -> {});
    }

    static Delivery degraded(ToyAnswer answer) {
        return new Delivery(answer, false, true, () -> {}, () -> {});
    }

    void to(HttpExchange exchange, Set<Flaw> flaws) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/json");
        if (answer.location() != null) {
            headers.set("Location", answer.location());
        }
        if (answer.code().equals("IN_PROGRESS") || answer.status() >= 500) {
            headers.set("Retry-After", "0");
        }
        if (replayed && !flaws.contains(Flaw.UNMARKED_REPLAYS)) {
            headers.set("Idempotent-Replayed", "true");
        }
        if (!replayed || flaws.contains(Flaw.REPLAYS_COOKIES)) {
            headers.set("Set-Cookie", "session=1");
        }
        if (degraded) {
            headers.set("Idempotency-Degraded", "true");
        }
        try {
            send(exchange);
            arrived.run();
        } catch (IOException gone) {
            lost.run();
            throw gone;
        }
    }

    private void send(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(answer.status(), -1);
            return;
        }
        exchange.sendResponseHeaders(answer.status(), answer.body().length);
        exchange.getResponseBody().write(answer.body());
        exchange.getResponseBody().close();
    }
}
