package dev.sagamart.coupon.issuing;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.redisson.client.RedisTimeoutException;

/** Lets no more requests through at once than there are connections to Redis, in the order in which they came. */
final class Turnstile {
    private final Semaphore places;
    private final Duration patience;

    Turnstile(int places, Duration patience) {
        this.places = new Semaphore(places, true);
        this.patience = patience;
    }

    /** @throws RedisTimeoutException if there was no place in time */
    <T> T pass(Supplier<T> request) {
        if (!enter()) {
            throw new RedisTimeoutException("too many requests are waiting");
        }
        try {
            return request.get();
        } finally {
            places.release();
        }
    }

    private boolean enter() {
        try {
            return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
