package dev.sagamart.messaging.deadletters;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who decided what about a dead letter, when and why. */
public record Decision(
        Action action,
        String operator,
        Instant decidedAt,
        @Nullable String reason) {}
