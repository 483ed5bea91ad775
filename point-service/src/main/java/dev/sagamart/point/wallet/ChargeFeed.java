package dev.sagamart.point.wallet;

import dev.sagamart.contracts.Topics;
import dev.sagamart.contracts.point.PointsCharged;
import dev.sagamart.messaging.CurrentTrace;
import dev.sagamart.messaging.Outgoing;
import dev.sagamart.messaging.outbox.Outbox;
import dev.sagamart.point.wallet.ChargeOutcome.Charged;
import org.springframework.stereotype.Component;

/** Announces charges, in the transaction that makes them. */
@Component
class ChargeFeed {
    private final Outbox outbox;
    private final CurrentTrace trace;

    ChargeFeed(Outbox outbox, CurrentTrace trace) {
        this.outbox = outbox;
        this.trace = trace;
    }

    void announce(Charged charge) {
        var event = new PointsCharged(
                charge.chargeId(), charge.user().value(), charge.amount(), charge.balance(), charge.chargedAt());
        outbox.add(Outgoing.of(Topics.POINT_EVENTS, charge.user(), event).inTrace(trace.traceparent()));
    }
}
