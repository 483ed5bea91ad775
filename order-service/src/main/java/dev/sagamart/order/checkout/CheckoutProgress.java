package dev.sagamart.order.checkout;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Moves the row along with the saga: attempts and due times. */
@Component
class CheckoutProgress {
    private final CheckoutProperties properties;
    private final CheckoutMetrics metrics;

    CheckoutProgress(CheckoutProperties properties, CheckoutMetrics metrics) {
        this.properties = properties;
        this.metrics = metrics;
    }

    CheckoutMetrics metrics() {
        return metrics;
    }

    CheckoutRow begin(Checkout checkout, Instant now) {
        Instant deadline = now.plus(properties.orderDeadline());
        return new CheckoutRow(checkout, 0, due(checkout, 0, deadline, now), deadline, null, now, 0);
    }

    /** The saga took a step; attempts start anew. */
    CheckoutRow advance(CheckoutRow row, Checkout next, @Nullable String reply, Instant now) {
        return new CheckoutRow(next, 0, due(next, 0, row.deadline(), now), row.deadline(), reply, now, row.version());
    }

    /** Nothing came; the same is asked again, after a longer pause. */
    CheckoutRow again(CheckoutRow row, Instant now) {
        int attempts = row.attempts() + 1;
        metrics.commandsResent();
        if (row.checkout().state() == CheckoutState.COMPENSATING && attempts == properties.stuckAfter()) {
            metrics.compensationStuck();
        }
        Instant due = due(row.checkout(), attempts, row.deadline(), now);
        return new CheckoutRow(
                row.checkout(), attempts, due, row.deadline(), row.lastReply(), row.updatedAt(), row.version());
    }

    private @Nullable Instant due(Checkout checkout, int attempts, Instant deadline, Instant now) {
        Instant next = now.plus(properties.pauseAfter(attempts));
        return switch (checkout.state()) {
            case COMPLETED, REJECTED -> null;
            case COMPENSATING -> next;
            case USING_COUPON, DEDUCTING_STOCK, DEDUCTING_POINTS -> next.isBefore(deadline) ? next : deadline;
        };
    }
}
