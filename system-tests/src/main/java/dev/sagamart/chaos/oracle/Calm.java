package dev.sagamart.chaos.oracle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Tells since when nothing has been broken. */
@FunctionalInterface
public interface Calm {
    /** The end of the last fault, the beginning of the run if there was none; null while one is at work. */
    @Nullable
    Instant since();
}
