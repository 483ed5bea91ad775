package dev.sagamart.contracts.product;

import dev.sagamart.contracts.MessageType;
import dev.sagamart.contracts.SagaMessage;
import java.util.UUID;

/** Takes back the deduction of an order, whether or not it happened; the amounts come from the participant's own record. */
@MessageType("product.restore-stock.v1")
public record RestoreStock(UUID orderId) implements SagaMessage {}
