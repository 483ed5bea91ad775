package dev.sagamart.systemtests.faults;

import static org.awaitility.Awaitility.await;

import dev.sagamart.systemtests.http.Call;
import dev.sagamart.systemtests.http.Reply;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Repeats a write with the same key until its outcome is known, and counts how often it was not. */
final class Insisting {
    private static final Duration PATIENCE = Duration.ofSeconds(100);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final AtomicInteger unknown = new AtomicInteger();

    Reply on(Call write) {
        return await().atMost(PATIENCE)
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(PAUSE)
                .until(() -> attempt(write), Optional::isPresent)
                .orElseThrow();
    }

    int unknownOutcomes() {
        return unknown.get();
    }

    private Optional<Reply> attempt(Call write) {
        try {
            return Optional.of(write.send()).filter(this::isOutcome);
        } catch (UncheckedIOException noAnswer) {
            unknown.incrementAndGet();
            return Optional.empty();
        }
    }

    private boolean isOutcome(Reply reply) {
        boolean known = reply.status() < 500
                && reply.status() != 202
                && !reply.outcome().equals("409 REQUEST_IN_PROGRESS");
        if (!known) {
            unknown.incrementAndGet();
        }
        return known;
    }
}
