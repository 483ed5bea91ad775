package dev.sagamart.order.checkout;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A saga as it is stored.
 *
 * @param attempts how often the outstanding commands were sent again
 * @param dueAt when to look at it if no reply comes; null once it has ended
 * @param deadline when the order expires
 * @param lastReply the id of the reply that led here, so that its redelivery repeats what it caused
 */
record CheckoutRow(
        Checkout checkout,
        int attempts,
        @Nullable Instant dueAt,
        Instant deadline,
        @Nullable String lastReply,
        Instant updatedAt,
        int version) {}
