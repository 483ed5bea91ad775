package dev.sagamart.local.demo;

import dev.sagamart.local.api.Answer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Does what the API asks of its clients: a write whose outcome is unknown is tried again, with the same key. */
final class Insisting {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int ATTEMPTS = 30;

    private Insisting() {}

    /** The first answer that is an outcome, or whatever came last. */
    static Answer on(Supplier<Answer> write) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                Answer answer = write.get();
                if (!answer.outcomeIsOpen()) {
                    return answer;
                }
            } catch (UncheckedIOException noAnswer) {
                // open as well
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return write.get();
    }
}
