package dev.sagamart.product.catalog;

/** So many units of a product. */
public record StockLine(long productId, Quantity quantity) {}
