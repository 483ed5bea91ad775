package dev.sagamart.loadtests.gatling;

import dev.sagamart.local.suite.SuiteFailed;
import java.io.UncheckedIOException;
import java.util.function.Supplier;

/** Says to the person at the terminal what is wrong, where Gatling would print how it got there. */
final class Plainly {
    private Plainly() {}

    /** Does it, or ends the process that Gatling has of its own. */
    static <T> T orEnd(Supplier<T> step) {
        try {
            return step.get();
        } catch (SuiteFailed | UncheckedIOException failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
            throw failure;
        }
    }
}
