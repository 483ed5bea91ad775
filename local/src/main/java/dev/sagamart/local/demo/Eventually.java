package dev.sagamart.local.demo;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Looks again until something is so, or until patience ends. */
final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Eventually() {}

    /** The first value that is as wanted, or the last one that was seen. */
    static <T> T look(Supplier<T> look, Predicate<T> wanted) {
        long begin = System.nanoTime();
        T seen = look.get();
        while (!wanted.test(seen) && System.nanoTime() - begin < PATIENCE.toNanos()) {
            LockSupport.parkNanos(PAUSE.toNanos());
            seen = look.get();
        }
        return seen;
    }

    static <T> T becomes(T expected, Supplier<T> look) {
        return look(look, expected::equals);
    }
}
