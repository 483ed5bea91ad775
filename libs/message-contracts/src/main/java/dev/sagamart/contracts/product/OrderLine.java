package dev.sagamart.contracts.product;

/** A product and how many of it an order wants. */
public record OrderLine(long productId, int quantity) {}
