package dev.sagamart.systemtests.faults;

import static org.awaitility.Awaitility.await;

import dev.sagamart.systemtests.http.Call;
import dev.sagamart.systemtests.http.Reply;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;

/** Repeats a write with the same key until its outcome is known. */
final class Insisting {
    private static final Duration PATIENCE = Duration.ofSeconds(100);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private Insisting() {}

    static Reply on(Call write) {
        return await().atMost(PATIENCE)
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(PAUSE)
                .until(() -> attempt(write), Optional::isPresent)
                .orElseThrow();
    }

    private static Optional<Reply> attempt(Call write) {
        try {
            return Optional.of(write.send()).filter(Insisting::isOutcome);
        } catch (UncheckedIOException noAnswer) {
            return Optional.empty();
        }
    }

    private static boolean isOutcome(Reply reply) {
        return reply.status() < 500 && reply.status() != 202 && !reply.outcome().equals("409 REQUEST_IN_PROGRESS");
    }
}
