package dev.sagamart.order.checkout;

import dev.sagamart.order.ordering.Settlement;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** What the sagas of this instance went through. */
@Component
class CheckoutMetrics {
    private final MeterRegistry meters;
    private final Counter ignored;
    private final Counter repeated;
    private final Counter unknown;
    private final Counter resent;
    private final Counter stuck;

    CheckoutMetrics(MeterRegistry meters) {
        this.meters = meters;
        ignored = meters.counter("sagamart.checkout.replies.ignored");
        repeated = meters.counter("sagamart.checkout.replies.repeated");
        unknown = meters.counter("sagamart.checkout.replies.unknown");
        resent = meters.counter("sagamart.checkout.commands.resent");
        stuck = meters.counter("sagamart.checkout.compensations.stuck");
    }

    void settled(Settlement verdict) {
        String outcome = switch (verdict) {
            case Settlement.Completed _ -> "completed";
            case Settlement.Rejected rejected -> rejected.reason();
        };
        meters.counter("sagamart.checkout.settled", "outcome", outcome).increment();
    }

    void replyIgnored() {
        ignored.increment();
    }

    void replyRepeated() {
        repeated.increment();
    }

    void replyOfUnknownOrder() {
        unknown.increment();
    }

    void commandsResent() {
        resent.increment();
    }

    void compensationStuck() {
        stuck.increment();
    }
}
