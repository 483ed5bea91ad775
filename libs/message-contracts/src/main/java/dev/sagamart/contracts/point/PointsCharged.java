package dev.sagamart.contracts.point;

import dev.sagamart.contracts.MessageType;
import java.time.Instant;
import java.util.UUID;

/** A user topped up points; {@code balance} is the balance after it. */
@MessageType("point.charged.v1")
public record PointsCharged(UUID chargeId, String userId, long amount, long balance, Instant chargedAt) {}
