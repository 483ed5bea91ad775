package dev.sagamart.order.checkout;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A saga as it is stored.
 *
 * @param repeats how often the outstanding commands were sent again
 * @param dueAt when to look at it if no reply comes; null once it has ended
 * @param deadline when the order expires
 * @param lastReply the id of the reply that led here, so that its redelivery repeats what it caused
 * @param ignored late replies that the journal tells of
 * @param news lines that the journal is to gain; empty for a row as it was read
 */
record CheckoutRow(
        Checkout checkout,
        Repeats repeats,
        @Nullable Instant dueAt,
        Instant deadline,
        @Nullable String lastReply,
        Instant updatedAt,
        int version,
        int ignored,
        String news) {}
