package dev.sagamart.ranking.popular;

/** A best seller with its place, 1 is best, and the units sold. */
public record PopularProduct(int rank, long productId, String name, long soldQuantity) {}
