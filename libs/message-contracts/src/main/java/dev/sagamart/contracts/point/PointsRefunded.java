package dev.sagamart.contracts.point;

import dev.sagamart.contracts.MessageType;
import dev.sagamart.contracts.SagaMessage;
import java.util.UUID;

/** The order holds no points and never will. */
@MessageType("point.refunded.v1")
public record PointsRefunded(UUID orderId) implements SagaMessage {}
