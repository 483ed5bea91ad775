package dev.sagamart.contracts.product;

import dev.sagamart.contracts.MessageType;
import dev.sagamart.contracts.SagaMessage;
import java.util.UUID;

/** Nothing was taken; {@code code} is an error code of the REST contract. */
@MessageType("product.deduct-stock-rejected.v1")
public record DeductStockRejected(UUID orderId, String code, String detail) implements SagaMessage {}
