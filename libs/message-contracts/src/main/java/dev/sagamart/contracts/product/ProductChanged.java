package dev.sagamart.contracts.product;

import dev.sagamart.contracts.MessageType;
import java.time.Instant;

/** A product's name or price as of {@code version}; a lower version than one seen is stale. */
@MessageType("product.changed.v1")
public record ProductChanged(long productId, String name, long price, long version, Instant changedAt) {}
