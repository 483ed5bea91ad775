package dev.sagamart.contracts.point;

import dev.sagamart.contracts.MessageType;
import dev.sagamart.contracts.SagaMessage;
import java.util.UUID;

/** Takes back the debit of an order, whether or not it happened; the amount comes from the participant's own record. */
@MessageType("point.refund.v1")
public record RefundPoints(UUID orderId, String userId) implements SagaMessage {}
