package dev.sagamart.contracts.point;

import dev.sagamart.contracts.MessageType;
import dev.sagamart.contracts.SagaMessage;
import java.util.UUID;

/** Asks to debit the price of an order from a user's points. */
@MessageType("point.deduct.v1")
public record DeductPoints(UUID orderId, String userId, long amount) implements SagaMessage {}
