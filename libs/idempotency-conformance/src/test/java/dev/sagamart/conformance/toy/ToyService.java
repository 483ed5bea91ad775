package dev.sagamart.conformance.toy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Does the work, and keeps the key of each write together with its effect. */
final class ToyService {
    private final Set<Flaw> flaws;
    private final AtomicLong ids = new AtomicLong();
    private final Map<String, Long> balances = new HashMap<>();
    private final Map<String, Kept> kept = new HashMap<>();
    private boolean paused;
    private boolean down;
    private int life;

    ToyService(Set<Flaw> flaws) {
        this.flaws = flaws;
    }

    synchronized void pause(boolean on) {
        paused = on;
        notifyAll();
    }

    /** What it has not done yet, it never will. */
    synchronized void kill() {
        down = true;
        paused = false;
        life++;
        notifyAll();
    }

    synchronized void start() {
        down = false;
    }

    synchronized long balance(String user) {
        return balances.getOrDefault(user, 0L);
    }

    /** What is known of a key of this user. */
    synchronized Optional<ToyAnswer> answerTo(String user, String key) {
        return kept.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(user + "|"))
                .filter(entry -> entry.getKey().endsWith("|" + key))
                .map(entry -> entry.getValue().answer())
                .findFirst();
    }

    /** Fails when the service is down, or dies in the middle. */
    CompletableFuture<ToyAnswer> call(ToyRequest request) {
        int connection = connect();
        CompletableFuture<ToyAnswer> answer = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                answer.complete(work(request, connection));
            } catch (RuntimeException | InterruptedException failure) {
                answer.completeExceptionally(failure);
            }
        });
        return answer;
    }

    private synchronized int connect() {
        if (down) {
            throw new IllegalStateException("connection refused");
        }
        return life;
    }

    private synchronized ToyAnswer work(ToyRequest request, int connection) throws InterruptedException {
        while (paused) {
            wait();
        }
        if (life != connection) {
            throw new IllegalStateException("connection reset");
        }
        Kept earlier = kept.get(request.name());
        if (earlier == null || flaws.contains(Flaw.FORGETFUL_SERVICE)) {
            ToyAnswer answer = serve(request);
            if (!answer.code().equals("WRONG")) {
                kept.put(request.name(), new Kept(request.fingerprint(), answer));
            }
            return answer;
        }
        return earlier.fingerprint().equals(request.fingerprint()) || flaws.contains(Flaw.NO_FINGERPRINT)
                ? earlier.answer()
                : ToyAnswer.refused(422, "REUSED");
    }

    private ToyAnswer serve(ToyRequest request) {
        JsonNode body = read(request.body());
        if (request.operation().equals("POST /things")) {
            long id = ids.incrementAndGet();
            return ToyAnswer.of(201, Map.of("id", id, "name", body.path("name").asString("")))
                    .at("/things/" + id);
        }
        long amount = body.path("amount").asLong(0);
        if (amount < 1) {
            return ToyAnswer.refused(400, "WRONG");
        }
        if (amount > 100) {
            return ToyAnswer.of(400, Map.of("code", "TOO_MUCH", "id", ids.incrementAndGet()));
        }
        long balance = balances.merge(request.user(), amount, Long::sum);
        return ToyAnswer.of(201, Map.of("id", ids.incrementAndGet(), "balance", balance));
    }

    private static JsonNode read(byte[] body) {
        try {
            return ToyAnswer.JSON.readTree(new String(body, StandardCharsets.UTF_8));
        } catch (JacksonException noJson) {
            return ToyAnswer.JSON.createObjectNode();
        }
    }

    private record Kept(String fingerprint, ToyAnswer answer) {}
}
