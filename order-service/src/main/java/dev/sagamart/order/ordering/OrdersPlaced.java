package dev.sagamart.order.ordering;

import java.util.List;

/** Orders were taken together; published inside the transaction that stores them. */
public record OrdersPlaced(List<OrderPlaced> orders) {}
