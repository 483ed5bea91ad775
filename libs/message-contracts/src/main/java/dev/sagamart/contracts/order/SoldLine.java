package dev.sagamart.contracts.order;

/** A line of a completed order, with its unit price in points. */
public record SoldLine(long productId, int quantity, long unitPrice) {}
