package dev.sagamart.order.ordering;

import java.util.UUID;

/** An order that has its verdict was given another one: a bug, never a client's mistake. */
final class IllegalOrderTransition extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IllegalOrderTransition(UUID orderId, OrderStatus status, String act) {
        super("order %s is %s and cannot be %s".formatted(orderId, status, act));
    }
}
