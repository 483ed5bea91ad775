package dev.sagamart.order.ordering;

import java.util.List;
import java.util.UUID;

/** The verdict on an order. */
public sealed interface Settlement {
    UUID orderId();

    /** Everything was taken; the lines carry their prices, the amounts are in points. */
    record Completed(UUID orderId, List<OrderLine> lines, long subtotal, long discount) implements Settlement {}

    /** The order is refused; {@code reason} is an error code of the REST contract. */
    record Rejected(UUID orderId, String reason) implements Settlement {}
}
