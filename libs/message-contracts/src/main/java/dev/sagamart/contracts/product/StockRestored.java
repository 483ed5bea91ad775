package dev.sagamart.contracts.product;

import dev.sagamart.contracts.MessageType;
import dev.sagamart.contracts.SagaMessage;
import java.util.UUID;

/** The order no longer holds stock and never will. */
@MessageType("product.stock-restored.v1")
public record StockRestored(UUID orderId) implements SagaMessage {}
