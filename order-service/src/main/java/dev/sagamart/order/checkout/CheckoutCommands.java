package dev.sagamart.order.checkout;

import dev.sagamart.contracts.SagaMessage;
import dev.sagamart.contracts.coupon.CouponUsed;
import dev.sagamart.contracts.coupon.RestoreCoupon;
import dev.sagamart.contracts.coupon.UseCoupon;
import dev.sagamart.contracts.point.DeductPoints;
import dev.sagamart.contracts.point.PointsDeducted;
import dev.sagamart.contracts.point.RefundPoints;
import dev.sagamart.contracts.product.DeductStock;
import dev.sagamart.contracts.product.RestoreStock;
import dev.sagamart.contracts.product.StockDeducted;
import dev.sagamart.order.ordering.OrderLine;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a saga asks for in each state; the same words however often it has to ask. */
final class CheckoutCommands {
    private CheckoutCommands() {}

    /** The commands whose replies the saga waits for. */
    static List<SagaMessage> outstanding(Checkout it) {
        return switch (it.state()) {
            case USING_COUPON -> List.of(new UseCoupon(it.orderId(), it.userId(), coupon(it)));
            case DEDUCTING_STOCK -> List.of(deductStock(it));
            case DEDUCTING_POINTS -> List.of(new DeductPoints(it.orderId(), it.userId(), it.total()));
            case COMPENSATING ->
                it.undoing().stream().sorted().map(step -> undo(it, step)).toList();
            case COMPLETED, REJECTED -> List.of();
        };
    }

    private static SagaMessage undo(Checkout it, CheckoutStep step) {
        return switch (step) {
            case COUPON -> new RestoreCoupon(it.orderId(), it.userId(), coupon(it));
            case STOCK -> new RestoreStock(it.orderId());
            case POINTS -> new RefundPoints(it.orderId(), it.userId());
        };
    }

    private static UUID coupon(Checkout it) {
        return Objects.requireNonNull(it.couponId(), "a coupon step needs a coupon");
    }

    private static SagaMessage deductStock(Checkout it) {
        return new DeductStock(
                it.orderId(),
                it.lines().stream()
                        .map(line -> new dev.sagamart.contracts.product.OrderLine(line.productId(), line.quantity()))
                        .toList());
    }

    /** The step that a participant says to have carried out, or null if that is not what it says. */
    static @Nullable CheckoutStep taken(SagaMessage reply) {
        return switch (reply) {
            case CouponUsed _ -> CheckoutStep.COUPON;
            case StockDeducted _ -> CheckoutStep.STOCK;
            case PointsDeducted _ -> CheckoutStep.POINTS;
            default -> null;
        };
    }

    static DiscountTerms terms(CouponUsed used) {
        return new DiscountTerms(used.discountType().equals("PERCENT"), used.discountValue(), used.maxDiscount());
    }

    static List<OrderLine> lines(StockDeducted deducted) {
        return deducted.lines().stream()
                .map(line -> new OrderLine(line.productId(), line.quantity(), line.unitPrice()))
                .toList();
    }
}
