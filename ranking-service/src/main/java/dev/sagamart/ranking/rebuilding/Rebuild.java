package dev.sagamart.ranking.rebuilding;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rebuild, as it stands.
 *
 * @param firstHour the first of the hours whose sums were made anew; null until it is done, like all below
 * @param orders how many completed orders the topic has of these hours
 * @param changedSums how many sums of an hour and a product were wrong before, missing or too many
 * @param problem why it failed; nothing is changed then
 */
public record Rebuild(
        UUID rebuildId,
        Status status,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant endedAt,
        @Nullable Instant firstHour,
        @Nullable Long orders,
        @Nullable Long changedSums,
        @Nullable String problem) {

    /** Whether it has begun, and how it ended. */
    public enum Status {
        WAITING,
        RUNNING,
        DONE,
        FAILED
    }
}
