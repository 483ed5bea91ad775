package dev.sagamart.conformance.cases;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for something to be so, and never longer than needed. */
final class Patience {
    static final Duration MOMENT = Duration.ofMillis(50);

    private Patience() {}

    /** Looks again after each moment. @return false when the time was over before it was so */
    static boolean within(Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        boolean met = condition.getAsBoolean();
        while (!met && System.nanoTime() < end) {
            pause(MOMENT);
            met = condition.getAsBoolean();
        }
        return met;
    }

    static void pause(Duration time) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(time.toMillis()));
    }
}
