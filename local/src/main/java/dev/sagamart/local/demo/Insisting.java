package dev.sagamart.local.demo;

import dev.sagamart.local.api.Answer;
import dev.sagamart.local.suite.SuiteFailed;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Supplier;

/** Does what the API asks of its clients: a write whose outcome is unknown is tried again, with the same key. */
final class Insisting {
    private Insisting() {}

    static Answer on(Supplier<Answer> write) {
        return Eventually.look(() -> attempt(write), Optional::isPresent)
                .orElseThrow(
                        () -> new SuiteFailed("a write was tried again and again, and its outcome is still unknown"));
    }

    private static Optional<Answer> attempt(Supplier<Answer> write) {
        try {
            return Optional.of(write.get()).filter(Insisting::isOutcome);
        } catch (UncheckedIOException noAnswer) {
            return Optional.empty();
        }
    }

    private static boolean isOutcome(Answer answer) {
        return answer.status() < 500
                && answer.status() != 429
                && !answer.text("code").equals("REQUEST_IN_PROGRESS");
    }
}
