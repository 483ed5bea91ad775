package dev.sagamart.contracts.product;

/** A deducted line with the unit price that counts, in points. */
public record PricedLine(long productId, int quantity, long unitPrice) {}
