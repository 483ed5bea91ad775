package dev.sagamart.order.checkout;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A saga as others see it.
 *
 * @param outstanding what it waits for: to be taken, or to be given back if it is compensating
 * @param reason why the order is rejected, once it is
 * @param attempts how often it has asked again for what is outstanding
 * @param stuck whether a compensation has been asked for suspiciously often
 * @param dueAt when it will ask again; null once it has ended
 * @param deadline when it gives the order up
 * @param events what happened, oldest first
 */
public record CheckoutView(
        UUID orderId,
        String userId,
        CheckoutState state,
        List<CheckoutStep> outstanding,
        @Nullable String reason,
        int attempts,
        boolean stuck,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant dueAt,
        Instant deadline,
        List<CheckoutEvent> events) {
    /** What a participant said last, whether it counted or not. */
    public Optional<CheckoutEvent> lastReply() {
        return events.reversed().stream()
                .filter(event -> event.kind().isReply())
                .findFirst();
    }
}
