package dev.sagamart.conformance.toy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sagamart.conformance.toy.ToyDoor.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;

/** Stands before the service and is what the kit sees. */
final class ToyGateway {
    private final Set<Flaw> flaws;
    private final ToyStore store;
    private final ToyService service;
    private final ToyOnce once;
    private final HttpServer server;

    ToyGateway(int port, Set<Flaw> flaws, ToyStore store, ToyService service) {
        this.flaws = flaws;
        this.store = store;
        this.service = service;
        this.once = new ToyOnce(flaws, store, service);
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** What it was about to do, it does no more. */
    void kill() {
        once.die();
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Delivery delivery = answer(new ToyDoor(flaws, exchange));
            delivery.to(exchange, flaws);
        }
    }

    private Delivery answer(ToyDoor door) throws IOException {
        try {
            String user = door.user().orElseThrow(() -> new Refused(401, "UNAUTHENTICATED"));
            if (door.exchange().getRequestMethod().equals("POST")) {
                return once.answer(request(door, user));
            }
            return read(door, user);
        } catch (Refused refused) {
            return Delivery.of(refused.answer);
        }
    }

    private static ToyRequest request(ToyDoor door, String user) throws IOException, Refused {
        String key = door.key();
        var uri = door.exchange().getRequestURI();
        return new ToyRequest(user, "POST " + uri.getPath(), String.valueOf(uri.getQuery()), key, door.body());
    }

    private Delivery read(ToyDoor door, String user) throws IOException, Refused {
        String path = door.exchange().getRequestURI().getPath();
        if (path.startsWith("/requests/")) {
            return Delivery.of(requestState(user, path.substring("/requests/".length())));
        }
        if (flaws.contains(Flaw.KEYS_ON_READS)
                && door.exchange().getRequestHeaders().containsKey("Idempotency-Key")) {
            door.key();
        }
        return Delivery.of(ToyAnswer.of(200, Map.of("balance", service.balance(user))));
    }

    private ToyAnswer requestState(String user, String key) {
        String owner = flaws.contains(Flaw.TELLS_ANYBODY) ? "" : user + "|";
        var entry = store.findBy(owner, "|" + key);
        if (entry.isPresent() && entry.get().answer() == null) {
            return flaws.contains(Flaw.SILENT_WHILE_WORKING)
                    ? ToyAnswer.refused(404, "UNKNOWN")
                    : ToyAnswer.of(200, Map.of("state", "PROCESSING"));
        }
        return entry.map(ToyStore.Entry::answer)
                .or(() -> flaws.contains(Flaw.TELLS_FROM_THE_STORE) ? Optional.empty() : service.answerTo(user, key))
                .map(this::completed)
                .orElseGet(() -> ToyAnswer.refused(404, "UNKNOWN"));
    }

    private ToyAnswer completed(ToyAnswer answer) {
        var said = ToyAnswer.JSON.createObjectNode().put("state", "COMPLETED").put("status", answer.status());
        if (answer.location() != null && !flaws.contains(Flaw.TELLS_NO_PLACE)) {
            said.put("location", answer.location());
        }
        return ToyAnswer.of(200, said);
    }
}
