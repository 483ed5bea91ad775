package dev.sagamart.order.ordering;

/** Where an order stands. */
public enum OrderStatus {
    PENDING,
    COMPLETED,
    REJECTED
}
