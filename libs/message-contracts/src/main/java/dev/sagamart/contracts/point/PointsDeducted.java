package dev.sagamart.contracts.point;

import dev.sagamart.contracts.MessageType;
import dev.sagamart.contracts.SagaMessage;
import java.util.UUID;

/** The points are debited; {@code balance} is what is left. */
@MessageType("point.deducted.v1")
public record PointsDeducted(UUID orderId, long amount, long balance) implements SagaMessage {}
