package dev.sagamart.order.checkout;

import dev.sagamart.order.ordering.OrderLine;
import dev.sagamart.order.ordering.OrderPlaced;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a saga knows; immutable.
 *
 * @param lines with prices once the stock is taken
 * @param terms the coupon's, once it is used
 * @param undoing the steps whose compensation is still unanswered
 * @param reason why the order is rejected, once it is
 * @param traceparent the trace of the request that placed the order
 */
record Checkout(
        UUID orderId,
        String userId,
        @Nullable UUID couponId,
        List<OrderLine> lines,
        CheckoutState state,
        @Nullable DiscountTerms terms,
        Set<CheckoutStep> undoing,
        @Nullable String reason,
        @Nullable String traceparent) {

    static Checkout of(OrderPlaced order) {
        return new Checkout(
                order.orderId(),
                order.userId(),
                order.couponId(),
                order.lines(),
                order.couponId() == null ? CheckoutState.DEDUCTING_STOCK : CheckoutState.USING_COUPON,
                null,
                Set.of(),
                null,
                order.traceparent());
    }

    /** The steps that the saga waits for: to be taken, or to be given back once it is compensating. */
    List<CheckoutStep> outstanding() {
        return switch (state) {
            case USING_COUPON -> List.of(CheckoutStep.COUPON);
            case DEDUCTING_STOCK -> List.of(CheckoutStep.STOCK);
            case DEDUCTING_POINTS -> List.of(CheckoutStep.POINTS);
            case COMPENSATING -> undoing.stream().sorted().toList();
            case COMPLETED, REJECTED -> List.of();
        };
    }

    boolean hasCoupon() {
        return couponId != null;
    }

    long subtotal() {
        return lines.stream().mapToLong(OrderLine::amount).reduce(0, Math::addExact);
    }

    long discount() {
        return terms == null ? 0 : terms.on(subtotal());
    }

    long total() {
        return subtotal() - discount();
    }

    Checkout in(CheckoutState next) {
        return new Checkout(orderId, userId, couponId, lines, next, terms, undoing, reason, traceparent);
    }

    Checkout with(DiscountTerms fixed) {
        return new Checkout(orderId, userId, couponId, lines, state, fixed, undoing, reason, traceparent);
    }

    Checkout with(List<OrderLine> priced) {
        return new Checkout(orderId, userId, couponId, List.copyOf(priced), state, terms, undoing, reason, traceparent);
    }

    /** Rejected for this reason, with these steps to be undone; at the end already if there are none. */
    Checkout rejected(String why, Set<CheckoutStep> toUndo) {
        CheckoutState next = toUndo.isEmpty() ? CheckoutState.REJECTED : CheckoutState.COMPENSATING;
        return new Checkout(orderId, userId, couponId, lines, next, terms, Set.copyOf(toUndo), why, traceparent);
    }

    Checkout undone(CheckoutStep step) {
        Set<CheckoutStep> left = undoing.isEmpty() ? EnumSet.noneOf(CheckoutStep.class) : EnumSet.copyOf(undoing);
        left.remove(step);
        CheckoutState next = left.isEmpty() ? CheckoutState.REJECTED : CheckoutState.COMPENSATING;
        return new Checkout(orderId, userId, couponId, lines, next, terms, Set.copyOf(left), reason, traceparent);
    }
}
