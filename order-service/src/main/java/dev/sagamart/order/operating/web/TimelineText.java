package dev.sagamart.order.operating.web;

import dev.sagamart.order.checkout.CheckoutEvent;
import dev.sagamart.order.checkout.CheckoutStep;
import dev.sagamart.order.checkout.Movement;
import dev.sagamart.order.checkout.Steering;
import dev.sagamart.order.operating.OperatorAction;
import dev.sagamart.order.ordering.OrderLine;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What happened in words, for somebody who has to explain it to a customer. */
final class TimelineText {
    private TimelineText() {}

    static String of(CheckoutEvent it) {
        return switch (it.kind()) {
            case PLACED -> "The order was placed.";
            case ASKED -> "Asked for " + things(it.step()) + ".";
            case ASKED_AGAIN -> "No answer; asked again" + times(it.times()) + ".";
            case TAKEN -> "Took " + amounts(it.movement()) + ".";
            case REFUSED -> "Was refused " + things(it.step()) + ": " + it.detail() + ".";
            case TIMED_OUT -> "The time for the order was up.";
            case CANCELLED -> "The order was called off by an operator.";
            case COMPLETED -> "The order is completed.";
            case REJECTED -> "The order is rejected: " + it.detail() + ".";
            case ASKED_BACK -> "Asked to give back " + things(it.step()) + ".";
            case GIVEN_BACK -> "Gave back " + amounts(it.movement()) + unlessUncertain(it.movement()) + ".";
            case UNDONE -> "Everything is given back.";
            case REPLY_IGNORED -> "An answer came too late to count: " + it.detail() + ".";
        };
    }

    static String of(OperatorAction it) {
        String wish = switch (it.action()) {
            case RETRY -> "An operator asked again";
            case COMPENSATE -> "An operator called the order off";
        };
        return it.outcome() == Steering.DONE ? wish + "." : wish + ", in vain: " + it.outcome() + ".";
    }

    private static String things(@Nullable CheckoutStep step) {
        return switch (step) {
            case COUPON -> "the coupon";
            case STOCK -> "the products";
            case POINTS -> "the points";
            case null -> "something";
        };
    }

    private static String times(int times) {
        return times == 1 ? "" : " " + times + " times";
    }

    private static String unlessUncertain(@Nullable Movement movement) {
        return movement == null || movement.certain() ? "" : ", as far as it had been taken";
    }

    private static String amounts(@Nullable Movement movement) {
        if (movement == null) {
            return "something";
        }
        if (movement.lines() != null) {
            return lines(movement.lines());
        }
        return movement.points() == null ? "the coupon " + movement.couponId() : movement.points() + " points";
    }

    private static String lines(List<OrderLine> lines) {
        return lines.stream()
                .map(line -> line.quantity() + " of product " + line.productId()
                        + (line.unitPrice() == null ? "" : " at " + line.unitPrice()))
                .collect(Collectors.joining(", "));
    }
}
