package dev.sagamart.order.ordering.web;

import dev.sagamart.order.ordering.OrderStatus;
import java.util.UUID;

/** An order whose verdict is still to come. */
record PendingDocument(UUID orderId, OrderStatus status) {}
