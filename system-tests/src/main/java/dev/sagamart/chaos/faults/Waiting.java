package dev.sagamart.chaos.faults;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Patience with an end. */
final class Waiting {
    private static final Duration LOOK = Duration.ofMillis(200);

    private Waiting() {}

    /** Answers whether it became true; false at once when interrupted. */
    static boolean until(Duration limit, BooleanSupplier condition) {
        long begin = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begin > limit.toNanos()) {
                return false;
            }
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
