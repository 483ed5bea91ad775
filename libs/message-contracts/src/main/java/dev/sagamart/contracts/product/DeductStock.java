package dev.sagamart.contracts.product;

import dev.sagamart.contracts.MessageType;
import dev.sagamart.contracts.SagaMessage;
import java.util.List;
import java.util.UUID;

/** Asks to take all lines of an order from stock, or none. */
@MessageType("product.deduct-stock.v1")
public record DeductStock(UUID orderId, List<OrderLine> lines) implements SagaMessage {}
