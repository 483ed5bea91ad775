package dev.sagamart.messaging.listening;

import java.time.Duration;

/**
 * How long a failing record is tried in place.
 *
 * @param attempts tries of one record, the first included
 * @param backOff pause after the first failure; doubles with each further one
 * @param budget time one poll may spend on retries before the rest goes back to the broker; well under the poll limit
 * @param outagePause pause before the next try while the database or the broker is away
 */
record RetryPolicy(int attempts, Duration backOff, Duration budget, Duration outagePause) {
    static final RetryPolicy DEFAULT =
            new RetryPolicy(4, Duration.ofMillis(100), Duration.ofSeconds(20), Duration.ofMillis(500));

    Duration pauseAfter(int failures) {
        return backOff.multipliedBy(1L << Math.min(failures - 1, 10));
    }
}
