package dev.sagamart.messaging.listening;

import dev.sagamart.messaging.PublishFailed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Handles entries in order, each with bounded retries; an outage ends the round, for no entry is to blame. */
final class OneByOne {
    private final RetryPolicy policy;
    private final Clock clock;

    OneByOne(RetryPolicy policy, Clock clock) {
        this.policy = policy;
        this.clock = clock;
    }

    /** @return how many entries are done with (handled or given up); fewer than all if time or an outage ended it */
    <T> int handle(List<T> entries, Consumer<T> handler, BiConsumer<T, Throwable> giveUp) {
        Instant end = clock.instant().plus(policy.budget());
        int done = 0;
        for (T entry : entries) {
            if (done > 0 && clock.instant().isAfter(end)) {
                return done;
            }
            try {
                handleOne(entry, handler, giveUp);
            } catch (OutageInterrupts outage) {
                return done;
            }
            done++;
        }
        return done;
    }

    private <T> void handleOne(T entry, Consumer<T> handler, BiConsumer<T, Throwable> giveUp) {
        for (int failures = 1; ; failures++) {
            try {
                handler.accept(entry);
                return;
            } catch (RuntimeException | AssertionError | LinkageError | StackOverflowError failure) {
                if (Outages.isOutage(failure)) {
                    throw new OutageInterrupts(failure);
                }
                if (failures == policy.attempts()) {
                    giveUp(entry, failure, giveUp);
                    return;
                }
                pause(policy.pauseAfter(failures));
            }
        }
    }

    private static <T> void giveUp(T entry, Throwable failure, BiConsumer<T, Throwable> giveUp) {
        try {
            giveUp.accept(entry, failure);
        } catch (PublishFailed outage) {
            throw new OutageInterrupts(outage);
        }
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new OutageInterrupts(stopped);
        }
    }

    private static final class OutageInterrupts extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OutageInterrupts(Throwable cause) {
            super(cause);
        }
    }
}
