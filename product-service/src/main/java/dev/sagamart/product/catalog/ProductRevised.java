package dev.sagamart.product.catalog;

import java.time.Instant;

/** A product has a new name or price, or is new; raised in the transaction that makes it so. */
public record ProductRevised(long productId, String name, long price, long version, Instant revisedAt) {}
