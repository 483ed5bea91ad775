package dev.sagamart.contracts.order;

import dev.sagamart.contracts.MessageType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An order was paid and is final. */
@MessageType("order.completed.v1")
public record OrderCompleted(UUID orderId, String userId, List<SoldLine> lines, long total, Instant completedAt) {}
