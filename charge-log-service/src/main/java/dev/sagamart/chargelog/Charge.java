package dev.sagamart.chargelog;

import java.time.Instant;
import java.util.UUID;

/** A charge as its user sees it; {@code balance} is the balance after it. */
record Charge(UUID chargeId, long amount, long balance, Instant chargedAt) {}
