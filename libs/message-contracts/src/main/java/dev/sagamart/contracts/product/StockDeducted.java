package dev.sagamart.contracts.product;

import dev.sagamart.contracts.MessageType;
import dev.sagamart.contracts.SagaMessage;
import java.util.List;
import java.util.UUID;

/** All lines are taken; their unit prices are fixed from here on. */
@MessageType("product.stock-deducted.v1")
public record StockDeducted(UUID orderId, List<PricedLine> lines) implements SagaMessage {}
