package dev.sagamart.product.catalog;

/** A product as anybody may see it; the price is in points. */
public record ProductView(long productId, String name, long price, long stock) {}
