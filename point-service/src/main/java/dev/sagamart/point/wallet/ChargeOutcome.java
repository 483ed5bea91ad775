package dev.sagamart.point.wallet;

import java.time.Instant;
import java.util.UUID;

/** What came of a charge. */
public sealed interface ChargeOutcome {
    /** The points are there; {@code balance} counts them in. */
    record Charged(UUID chargeId, UserId user, long amount, long balance, Instant chargedAt) implements ChargeOutcome {}

    /** The wallet would hold more than it may; nothing has changed. */
    record BalanceLimitExceeded(long balance, long limit) implements ChargeOutcome {}
}
