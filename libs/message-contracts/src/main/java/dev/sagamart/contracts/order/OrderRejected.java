package dev.sagamart.contracts.order;

import dev.sagamart.contracts.MessageType;
import java.time.Instant;
import java.util.UUID;

/** An order was refused and all it had taken is given back; {@code reason} is an error code of the REST contract. */
@MessageType("order.rejected.v1")
public record OrderRejected(UUID orderId, String userId, String reason, Instant rejectedAt) {}
