package dev.sagamart.point.wallet.web;

import dev.sagamart.point.wallet.ChargeOutcome.Charged;
import java.time.Instant;
import java.util.UUID;

/** A charge as the client sees it. */
record ChargeView(UUID chargeId, long amount, long balance, Instant chargedAt) {
    static ChargeView of(Charged charge) {
        return new ChargeView(charge.chargeId(), charge.amount(), charge.balance(), charge.chargedAt());
    }
}
