package dev.sagamart.order.operating.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sagamart.order.checkout.CheckoutEvent;
import dev.sagamart.order.checkout.CheckoutStep;
import dev.sagamart.order.checkout.Movement;
import dev.sagamart.order.operating.OperatorAction;
import dev.sagamart.order.ordering.OrderView;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to an order, with a sentence for people.
 *
 * @param event such as {@code TAKEN}, {@code ASKED_AGAIN} or {@code OPERATOR_COMPENSATE}
 * @param step whom it concerns, if it is one step
 * @param detail a code, the type of a message or the outcome of an operator's action
 * @param times how often, with the last time in {@code until}; only of what was repeated
 * @param movement what was taken or given back
 * @param by the operator, for admins only, like the operator's {@code reason}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TimelineEvent(
        Instant at,
        String event,
        @Nullable CheckoutStep step,
        @Nullable String detail,
        @Nullable Integer times,
        @Nullable Instant until,
        @Nullable Movement movement,
        @Nullable String by,
        @Nullable String reason,
        String text) {
    static TimelineEvent of(CheckoutEvent it) {
        Integer times = it.until() == null ? null : it.times();
        return new TimelineEvent(
                it.at(),
                it.kind().name(),
                it.step(),
                it.detail(),
                times,
                it.until(),
                it.movement(),
                null,
                null,
                TimelineText.of(it));
    }

    static TimelineEvent of(OperatorAction it, boolean forAdmin) {
        return new TimelineEvent(
                it.at(),
                "OPERATOR_" + it.action(),
                null,
                it.outcome().name(),
                null,
                null,
                null,
                forAdmin ? it.operator() : null,
                forAdmin ? it.reason() : null,
                TimelineText.of(it));
    }

    /** What the order still knows when its saga's row is gone. */
    static Stream<TimelineEvent> ofOrderAlone(OrderView order) {
        var placed = CheckoutEvent.of(order.createdAt(), CheckoutEvent.Kind.PLACED, null);
        Instant settledAt = order.settledAt();
        if (settledAt == null) {
            return Stream.of(of(placed));
        }
        var kind = order.reason() == null ? CheckoutEvent.Kind.COMPLETED : CheckoutEvent.Kind.REJECTED;
        return Stream.of(of(placed), of(CheckoutEvent.of(settledAt, kind, order.reason())));
    }
}
