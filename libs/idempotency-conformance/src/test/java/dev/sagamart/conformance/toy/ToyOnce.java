package dev.sagamart.conformance.toy;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The idempotency of the gateway. */
final class ToyOnce {
    private static final long LONGEST_CALL_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Set<Flaw> flaws;
    private final ToyStore store;
    private final ToyService service;
    private volatile boolean dead;

    ToyOnce(Set<Flaw> flaws, ToyStore store, ToyService service) {
        this.flaws = flaws;
        this.store = store;
        this.service = service;
    }

    void die() {
        dead = true;
    }

    Delivery answer(ToyRequest request) {
        var owner = new Object();
        ToyStore.Entry entry;
        try {
            entry = store.claim(name(request), request.fingerprint(), owner);
        } catch (ToyStore.Away away) {
            return flaws.contains(Flaw.SILENTLY_DEGRADED)
                    ? Delivery.of(call(request, () -> {}))
                    : Delivery.degraded(call(request, () -> {}));
        }
        if (entry.owner() == owner) {
            return first(request, owner);
        }
        if (!entry.fingerprint().equals(request.fingerprint()) && !flaws.contains(Flaw.NO_FINGERPRINT)) {
            return Delivery.of(ToyAnswer.refused(422, "REUSED"));
        }
        if (entry.answer() == null) {
            return Delivery.of(ToyAnswer.refused(409, "IN_PROGRESS"));
        }
        if (flaws.contains(Flaw.CALLS_ON_REPLAY)) {
            call(request, () -> {});
        }
        return Delivery.replay(entry.answer());
    }

    private String name(ToyRequest request) {
        String user = flaws.contains(Flaw.IGNORES_USER) ? "anyone" : request.user();
        String operation = flaws.contains(Flaw.IGNORES_ENDPOINT) ? "any" : request.operation();
        return user + "|" + operation + "|" + request.key();
    }

    private Delivery first(ToyRequest request, Object owner) {
        ToyAnswer answer = call(request, () -> whenAlive(() -> store.renew(name(request), owner)));
        Runnable release = () -> whenAlive(() -> store.release(name(request), owner));
        if (!isKept(answer)) {
            release.run();
            return Delivery.of(answer);
        }
        Runnable complete = () -> whenAlive(() -> store.complete(name(request), owner, request.fingerprint(), answer));
        if (flaws.contains(Flaw.LOST_WITH_THE_CLIENT)) {
            return new Delivery(answer, false, false, complete, release);
        }
        complete.run();
        return Delivery.of(answer);
    }

    private boolean isKept(ToyAnswer answer) {
        return answer.status() == 201
                || answer.code().equals("TOO_MUCH") && !flaws.contains(Flaw.FORGETS_REFUSALS)
                || answer.code().equals("WRONG") && flaws.contains(Flaw.KEEPS_MISTAKES)
                || answer.status() >= 500 && flaws.contains(Flaw.KEEPS_FAILURES);
    }

    private void whenAlive(Runnable work) {
        if (!dead) {
            try {
                work.run();
            } catch (ToyStore.Away away) {
                // the service remembers
            }
        }
    }

    private ToyAnswer call(ToyRequest request, Runnable renew) {
        try {
            return waitFor(service.call(request), renew);
        } catch (IllegalStateException | ExecutionException down) {
            return ToyAnswer.refused(503, "AWAY");
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static ToyAnswer waitFor(CompletableFuture<ToyAnswer> answer, Runnable renew)
            throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + LONGEST_CALL_NANOS;
        while (System.nanoTime() < end) {
            try {
                return answer.get(ToyStore.LEASE.toMillis() / 6, TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                renew.run();
            }
        }
        return ToyAnswer.refused(504, "TOO_SLOW");
    }
}
