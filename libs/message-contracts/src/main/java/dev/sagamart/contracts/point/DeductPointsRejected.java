package dev.sagamart.contracts.point;

import dev.sagamart.contracts.MessageType;
import dev.sagamart.contracts.SagaMessage;
import java.util.UUID;

/** Nothing was debited; {@code code} is an error code of the REST contract. */
@MessageType("point.deduct-rejected.v1")
public record DeductPointsRejected(UUID orderId, String code, String detail) implements SagaMessage {}
