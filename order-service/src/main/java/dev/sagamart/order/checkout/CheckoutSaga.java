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
 * state             success              refusal                        order deadline, or called off
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
    static final String CANCELLED = "ORDER_CANCELLED";

    private CheckoutSaga() {}

    static Decision decide(Checkout it, SagaMessage reply) {
        return switch (it.state()) {
            case USING_COUPON ->
                switch (reply) {
                    case CouponUsed used -> useStock(it.with(CheckoutCommands.terms(used)));
                    case CouponUseRejected no -> refuse(it, COUPON, no.code());
                    default -> new Ignored();
                };
            case DEDUCTING_STOCK ->
                switch (reply) {
                    case StockDeducted done -> pay(it.with(CheckoutCommands.lines(done)));
                    case DeductStockRejected no -> refuse(it, STOCK, no.code());
                    default -> new Ignored();
                };
            case DEDUCTING_POINTS ->
                switch (reply) {
                    case PointsDeducted _ -> complete(it, POINTS);
                    case DeductPointsRejected no -> refuse(it, POINTS, no.code());
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
        return giveUp(it, Cause.of(Cause.Kind.TIMED_OUT), TIMED_OUT);
    }

    /** An operator calls the order off while it has no verdict: it ends as if its time were up. */
    static Decision callOff(Checkout it) {
        return giveUp(it, Cause.of(Cause.Kind.CANCELLED), CANCELLED);
    }

    private static Decision giveUp(Checkout it, Cause cause, String reason) {
        return switch (it.state()) {
            case USING_COUPON -> reject(it, cause, reason, EnumSet.of(COUPON));
            case DEDUCTING_STOCK -> reject(it, cause, reason, withUnknown(it, STOCK));
            case DEDUCTING_POINTS -> reject(it, cause, reason, withUnknown(it, POINTS));
            case COMPENSATING, COMPLETED, REJECTED -> new Ignored();
        };
    }

    private static Decision useStock(Checkout it) {
        Checkout next = it.in(DEDUCTING_STOCK);
        return new Step(Cause.taken(COUPON), next, CheckoutCommands.outstanding(next), null);
    }

    private static Decision pay(Checkout it) {
        if (it.total() == 0) {
            return complete(it, STOCK);
        }
        Checkout next = it.in(DEDUCTING_POINTS);
        return new Step(Cause.taken(STOCK), next, CheckoutCommands.outstanding(next), null);
    }

    private static Decision complete(Checkout it, CheckoutStep last) {
        var verdict = new Settlement.Completed(it.orderId(), it.lines(), it.subtotal(), it.discount());
        return new Step(Cause.taken(last), it.in(COMPLETED), List.of(), verdict);
    }

    private static Decision refuse(Checkout it, CheckoutStep step, String code) {
        return reject(it, Cause.refused(step, code), code, takenBefore(it, step));
    }

    private static Decision reject(Checkout it, Cause cause, String reason, Set<CheckoutStep> undo) {
        Checkout next = it.rejected(reason, undo);
        var verdict = new Settlement.Rejected(it.orderId(), reason);
        return new Step(cause, next, CheckoutCommands.outstanding(next), verdict);
    }

    private static Decision undone(Checkout it, CheckoutStep step) {
        return it.undoing().contains(step)
                ? new Step(Cause.givenBack(step), it.undone(step), List.of(), null)
                : new Ignored();
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
