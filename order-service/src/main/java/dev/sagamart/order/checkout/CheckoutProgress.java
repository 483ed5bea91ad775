package dev.sagamart.order.checkout;

import dev.sagamart.contracts.SagaMessage;
import dev.sagamart.order.ordering.Settlement;
import java.time.Duration;
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
        Instant due = due(checkout, 0, deadline, now);
        return new CheckoutRow(checkout, Repeats.NONE, due, deadline, null, now, 0, 0, "");
    }

    /** The saga took a step; attempts start anew. */
    CheckoutRow advance(CheckoutRow row, Decision.Step step, @Nullable String reply, Instant now) {
        Instant due = due(step.next(), 0, row.deadline(), now);
        String news = row.news() + Journal.step(row, step, now);
        return new CheckoutRow(
                step.next(), Repeats.NONE, due, row.deadline(), reply, now, row.version(), row.ignored(), news);
    }

    /** Nothing came; the same is asked again, after a longer pause. */
    CheckoutRow again(CheckoutRow row, Instant now) {
        Repeats repeats = row.repeats().andAt(now);
        metrics.commandsResent();
        if (row.checkout().state() == CheckoutState.COMPENSATING && repeats.count() == properties.stuckAfter()) {
            metrics.compensationStuck();
        }
        return new CheckoutRow(
                row.checkout(),
                repeats,
                due(row.checkout(), repeats.count(), row.deadline(), now),
                row.deadline(),
                row.lastReply(),
                row.updatedAt(),
                row.version(),
                row.ignored(),
                row.news());
    }

    /** Keeps in mind that a reply came too late to count; updatedAt stays, since the saga did not move. */
    CheckoutRow ignore(CheckoutRow row, SagaMessage reply, Instant now) {
        return new CheckoutRow(
                row.checkout(),
                row.repeats(),
                row.dueAt(),
                row.deadline(),
                row.lastReply(),
                row.updatedAt(),
                row.version(),
                row.ignored() + 1,
                row.news() + Journal.ignored(reply, CheckoutCommands.taken(reply), now));
    }

    /** The verdict fell; the saga is as old as its deadline says. */
    void settled(CheckoutRow row, Settlement verdict, Instant now) {
        Instant begin = row.deadline().minus(properties.orderDeadline());
        metrics.settled(verdict, Duration.between(begin, now));
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
