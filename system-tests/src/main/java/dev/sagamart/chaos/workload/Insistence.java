package dev.sagamart.chaos.workload;

import dev.sagamart.chaos.history.Attempt;
import dev.sagamart.chaos.history.Certainty;
import dev.sagamart.chaos.history.History;
import dev.sagamart.chaos.history.Operation;
import dev.sagamart.chaos.history.Outcome;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/** Asks again with the same key and body until somebody knows the outcome, or patience ends. */
final class Insistence {
    private static final int READ_TRIES = 3;
    private static final long FIRST_PAUSE = 50;
    private static final long LONGEST_PAUSE = 2000;

    private final Courier courier;
    private final History history;
    private final Executor second;
    private final RandomGenerator random;

    /** @param second sends the other one of two requests at once */
    Insistence(Courier courier, History history, Executor second, RandomGenerator random) {
        this.courier = courier;
        this.history = history;
        this.second = second;
        this.random = random;
    }

    /** Does it the way that chance wants: plainly, twice at once, or hanging up first. */
    Outcome on(Operation operation, int tries) throws InterruptedException {
        int dice = random.nextInt(100);
        boolean write = !operation.kind().isRead();
        if (write && dice < 5) {
            history.add(courier.hangUp(operation, 1, gateway()));
            return plainly(operation, System.currentTimeMillis(), 2, tries, "");
        }
        if (write && dice < 10) {
            return atBothGateways(operation, tries);
        }
        return plainly(operation, System.currentTimeMillis(), 1, write ? tries : READ_TRIES, "");
    }

    /** Asks once more for what an earlier client did not learn. */
    Outcome again(Outcome unknown, int tries) throws InterruptedException {
        int next = unknown.attempts() + 1;
        return plainly(unknown.operation(), unknown.begin(), next, next + tries, unknown.resource());
    }

    /** Repeats what is known, to see whether the answer is still the same. */
    void repeat(Outcome known) throws InterruptedException {
        history.add(courier.send(known.operation(), known.attempts() + 1, gateway()));
    }

    private Outcome atBothGateways(Operation operation, int tries) throws InterruptedException {
        long begin = System.currentTimeMillis();
        int gateway = gateway();
        var other =
                CompletableFuture.supplyAsync(() -> quietly(operation, 2, (gateway + 1) % courier.gateways()), second);
        Attempt one = courier.send(operation, 1, gateway);
        history.add(one);
        Attempt two = get(other);
        history.add(two);
        if (one.isDefinite() || two.isDefinite()) {
            return Outcome.of(operation, begin, best(one, two), "");
        }
        return plainly(operation, begin, 3, tries, one.resource() + two.resource());
    }

    /** What was done counts, even if the other request was refused because of it. */
    private static Attempt best(Attempt one, Attempt two) {
        return two.certainty() == Certainty.OK || !one.isDefinite() ? two : one;
    }

    private Attempt quietly(Operation operation, int number, int gateway) {
        try {
            return courier.send(operation, number, gateway);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            long now = System.currentTimeMillis();
            return Attempt.unanswered(operation.id(), number, gateway, now, now, "interrupted");
        }
    }

    private static Attempt get(CompletableFuture<Attempt> attempt) throws InterruptedException {
        try {
            return attempt.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Outcome plainly(Operation operation, long begin, int first, int tries, String resource)
            throws InterruptedException {
        String known = resource;
        int gateway = gateway();
        for (int number = first; ; number++) {
            Attempt attempt = courier.send(operation, number, gateway);
            history.add(attempt);
            known = attempt.resource().isEmpty() ? known : attempt.resource();
            if (attempt.isDefinite() || number >= tries) {
                return Outcome.of(operation, begin, attempt, known);
            }
            Thread.sleep(pause(number - first));
            gateway = (gateway + 1) % courier.gateways();
        }
    }

    private long pause(int repetition) {
        long longest = Math.min(LONGEST_PAUSE, FIRST_PAUSE << Math.min(repetition, 8));
        return longest / 2 + random.nextLong(longest / 2 + 1);
    }

    private int gateway() {
        return random.nextInt(courier.gateways());
    }
}
