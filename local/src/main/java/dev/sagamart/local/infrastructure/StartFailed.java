package dev.sagamart.local.infrastructure;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A process did not become ready; the message ends with the last lines of its log. */
public final class StartFailed extends RuntimeException {
    private static final int LAST_LINES = 25;

    public StartFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static StartFailed of(String name, String why, Path log) {
        return new StartFailed(
                name + " " + why + "; the end of " + log + ":\n" + BoundedLog.tail(log, LAST_LINES), null);
    }
}
