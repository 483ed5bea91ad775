package dev.sagamart.order.operating;

import dev.sagamart.order.checkout.Steering;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an operator did to a saga.
 *
 * @param operator the subject of the token
 * @param reason why; always there for a compensation
 * @param outcome whether it was done, and why not
 */
public record OperatorAction(
        UUID actionId,
        UUID orderId,
        Kind action,
        String operator,
        @Nullable String reason,
        Steering outcome,
        Instant at) {
    /** What there is to do. */
    public enum Kind {
        RETRY,
        COMPENSATE
    }
}
