package dev.sagamart.chaos.faults;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One fault of a run, for the history and the report.
 *
 * @param number 1, 2, … in the order of their begin
 * @param end when it was healed; null while it is at work
 * @param proof null while it is at work
 * @param error why it could not be done or healed, or null
 */
public record Struck(
        int number,
        String id,
        String title,
        String target,
        Instant start,
        @Nullable Instant end,
        @Nullable Proof proof,
        @Nullable String error) {

    /** Whether the run is worth nothing because of it. */
    public boolean isInvalid() {
        return end != null && (error != null || proof == null || !proof.given());
    }
}
