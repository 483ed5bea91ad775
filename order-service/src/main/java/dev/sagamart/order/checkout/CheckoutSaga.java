package dev.sagamart.order.checkout;

import static dev.sagamart.order.checkout.CheckoutState.COMPLETED;
import static dev.sagamart.order.checkout.CheckoutState.DEDUCTING_POINTS;
import static dev.sagamart.order.checkout.CheckoutState.DEDUCTING_STOCK;
import static dev.sagamart.order.checkout.CheckoutStep.COUPON;
import static dev.sagamart.order.checkout.CheckoutStep.POINTS;
import static dev.sagamart.order.checkout.CheckoutStep.STOCK;

import dev.sagamart.contracts.SagaMessage;
import dev.sagamart.contracts.coupon.CouponRestored;
import dev.sagamart.contracts.coupon.CouponUseRejected;
import dev.sagamart.contracts.coupon.CouponUsed;
import dev.sagamart.contracts.point.DeductPointsRejected;
import dev.sagamart.contracts.point.PointsDeducted;
import dev.sagamart.contracts.point.PointsRefunded;
import dev.sagamart.contracts.product.DeductStockRejected;
import dev.sagamart.contracts.product.StockDeducted;
import dev.sagamart.contracts.product.StockRestored;
import dev.sagamart.order.checkout.Decision.Ignored;
import dev.sagamart.order.checkout.Decision.Step;
import dev.sagamart.order.ordering.Settlement;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The order saga: a pure function of what is known and what came in.
 *
 * <pre>
 * state             success              refusal                        order deadline
 * USING_COUPON      DEDUCTING_STOCK      REJECTED                       undo coupon
 * DEDUCTING_STOCK   DEDUCTING_POINTS     undo coupon                    undo stock, coupon
 *                   COMPLETED if free
 * DEDUCTING_POINTS  COMPLETED            undo stock, coupon             undo points, stock, coupon
 * COMPENSATING      REJECTED when all is undone                         (sent again for ever)
 * </pre>
 *
 * <p>A step whose outcome is unknown is undone like one that succeeded. Whatever a state does not wait for is ignored, so
 * the saga never moves backwards. The verdict is known when the undoing begins, not when it ends.
 */
final class CheckoutSaga {
    static final String TIMED_OUT = "ORDER_TIMED_OUT";

    private CheckoutSaga() {}

    static Decision decide(Checkout it, SagaMessage reply) {
        return switch (it.state()) {
            case USING_COUPON ->
                switch (reply) {
                    case CouponUsed used ->
                        to(it.with(CheckoutCommands.terms(used)).in(DEDUCTING_STOCK));
                    case CouponUseRejected no -> reject(it, no.code(), Set.of());
                    default -> new Ignored();
                };
            case DEDUCTING_STOCK ->
                switch (reply) {
                    case StockDeducted done -> pay(it.with(CheckoutCommands.lines(done)));
                    case DeductStockRejected no -> reject(it, no.code(), takenBefore(it, STOCK));
                    default -> new Ignored();
                };
            case DEDUCTING_POINTS ->
                switch (reply) {
                    case PointsDeducted _ -> complete(it);
                    case DeductPointsRejected no -> reject(it, no.code(), takenBefore(it, POINTS));
                    default -> new Ignored();
                };
            case COMPENSATING ->
                switch (reply) {
                    case CouponRestored _ -> undone(it, COUPON);
                    case StockRestored _ -> undone(it, STOCK);
                    case PointsRefunded _ -> undone(it, POINTS);
                    default -> new Ignored();
                };
            case COMPLETED, REJECTED -> new Ignored();
        };
    }

    /** The order has taken too long: whatever it has, or may have, is given back. */
    static Decision expire(Checkout it) {
        return switch (it.state()) {
            case USING_COUPON -> reject(it, TIMED_OUT, EnumSet.of(COUPON));
            case DEDUCTING_STOCK -> reject(it, TIMED_OUT, withUnknown(it, STOCK));
            case DEDUCTING_POINTS -> reject(it, TIMED_OUT, withUnknown(it, POINTS));
            case COMPENSATING, COMPLETED, REJECTED -> new Ignored();
        };
    }

    private static Decision pay(Checkout it) {
        return it.total() == 0 ? complete(it) : to(it.in(DEDUCTING_POINTS));
    }

    private static Decision to(Checkout next) {
        return new Step(next, CheckoutCommands.outstanding(next), null);
    }

    private static Decision complete(Checkout it) {
        var verdict = new Settlement.Completed(it.orderId(), it.lines(), it.subtotal(), it.discount());
        return new Step(it.in(COMPLETED), List.of(), verdict);
    }

    private static Decision reject(Checkout it, String reason, Set<CheckoutStep> undo) {
        Checkout next = it.rejected(reason, undo);
        return new Step(next, CheckoutCommands.outstanding(next), new Settlement.Rejected(it.orderId(), reason));
    }

    private static Decision undone(Checkout it, CheckoutStep step) {
        return it.undoing().contains(step) ? new Step(it.undone(step), List.of(), null) : new Ignored();
    }

    private static Set<CheckoutStep> takenBefore(Checkout it, CheckoutStep step) {
        Set<CheckoutStep> taken = EnumSet.range(COUPON, step);
        taken.remove(step);
        if (!it.hasCoupon()) {
            taken.remove(COUPON);
        }
        return taken;
    }

    private static Set<CheckoutStep> withUnknown(Checkout it, CheckoutStep unknown) {
        Set<CheckoutStep> taken = takenBefore(it, unknown);
        taken.add(unknown);
        return taken;
    }
}
