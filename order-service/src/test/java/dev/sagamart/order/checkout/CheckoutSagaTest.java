package dev.sagamart.order.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.contracts.SagaMessage;
import dev.sagamart.contracts.coupon.CouponRestored;
import dev.sagamart.contracts.coupon.CouponUseRejected;
import dev.sagamart.contracts.coupon.CouponUsed;
import dev.sagamart.contracts.coupon.RestoreCoupon;
import dev.sagamart.contracts.coupon.UseCoupon;
import dev.sagamart.contracts.point.DeductPoints;
import dev.sagamart.contracts.point.DeductPointsRejected;
import dev.sagamart.contracts.point.PointsDeducted;
import dev.sagamart.contracts.point.PointsRefunded;
import dev.sagamart.contracts.point.RefundPoints;
import dev.sagamart.contracts.product.DeductStock;
import dev.sagamart.contracts.product.DeductStockRejected;
import dev.sagamart.contracts.product.PricedLine;
import dev.sagamart.contracts.product.RestoreStock;
import dev.sagamart.contracts.product.StockDeducted;
import dev.sagamart.contracts.product.StockRestored;
import dev.sagamart.order.ordering.OrderLine;
import dev.sagamart.order.ordering.OrderPlaced;
import dev.sagamart.order.ordering.Settlement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CheckoutSagaTest {
    private static final UUID ORDER = new UUID(0, 1);
    private static final UUID COUPON = new UUID(0, 2);

    private Checkout saga;
    private List<SagaMessage> sent = List.of();
    private @Nullable Settlement verdict;

    @Test
    void an_order_with_a_coupon_takes_coupon_then_stock_then_points() {
        begin(COUPON);
        assertThat(sent).containsExactly(new UseCoupon(ORDER, "u1", COUPON));

        reply(new CouponUsed(ORDER, COUPON, "FIXED", 300, null));
        assertThat(sent).hasOnlyElementsOfType(DeductStock.class);

        reply(stock(500));
        assertThat(sent).containsExactly(new DeductPoints(ORDER, "u1", 700));

        reply(new PointsDeducted(ORDER, 700, 0));
        assertThat(verdict).isEqualTo(new Settlement.Completed(ORDER, List.of(new OrderLine(1, 2, 500L)), 1000, 300));
    }

    @Test
    void an_order_without_coupon_begins_with_the_stock() {
        begin(null);

        assertThat(sent).hasOnlyElementsOfType(DeductStock.class);
    }

    @Test
    void an_order_that_costs_nothing_takes_no_points() {
        begin(COUPON);
        reply(new CouponUsed(ORDER, COUPON, "PERCENT", 100, null));

        reply(stock(500));

        assertThat(sent).isEmpty();
        assertThat(verdict).isInstanceOf(Settlement.Completed.class);
        assertThat(saga.total()).isZero();
    }

    @Test
    void a_refused_coupon_ends_the_order_at_once() {
        begin(COUPON);

        reply(new CouponUseRejected(ORDER, "COUPON_NOT_OWNED", ""));

        assertThat(saga.state()).isEqualTo(CheckoutState.REJECTED);
        assertThat(verdict).isEqualTo(new Settlement.Rejected(ORDER, "COUPON_NOT_OWNED"));
    }

    @Test
    void missing_stock_gives_the_coupon_back_and_the_verdict_comes_first() {
        begin(COUPON);
        reply(new CouponUsed(ORDER, COUPON, "FIXED", 300, null));

        reply(new DeductStockRejected(ORDER, "OUT_OF_STOCK", ""));
        assertThat(verdict).isEqualTo(new Settlement.Rejected(ORDER, "OUT_OF_STOCK"));
        assertThat(sent).containsExactly(new RestoreCoupon(ORDER, "u1", COUPON));
        assertThat(saga.state()).isEqualTo(CheckoutState.COMPENSATING);

        reply(new CouponRestored(ORDER));
        assertThat(saga.state()).isEqualTo(CheckoutState.REJECTED);
    }

    @Test
    void missing_points_give_stock_and_coupon_back() {
        begin(COUPON);
        reply(new CouponUsed(ORDER, COUPON, "FIXED", 300, null));
        reply(stock(500));

        reply(new DeductPointsRejected(ORDER, "INSUFFICIENT_POINTS", ""));

        assertThat(sent).containsExactly(new RestoreCoupon(ORDER, "u1", COUPON), new RestoreStock(ORDER));
    }

    @Test
    void an_order_that_expires_gives_back_the_step_whose_outcome_is_unknown_too() {
        begin(null);
        reply(stock(500));

        apply(CheckoutSaga.expire(saga));

        assertThat(verdict).isEqualTo(new Settlement.Rejected(ORDER, "ORDER_TIMED_OUT"));
        assertThat(sent).containsExactly(new RestoreStock(ORDER), new RefundPoints(ORDER, "u1"));
    }

    @Test
    void a_late_success_after_the_undoing_began_is_ignored() {
        begin(null);
        reply(stock(500));
        apply(CheckoutSaga.expire(saga));

        assertThat(CheckoutSaga.decide(saga, new PointsDeducted(ORDER, 1000, 0)))
                .isInstanceOf(Decision.Ignored.class);
    }

    @Test
    void a_saga_ends_only_when_all_is_undone_and_each_answer_counts_once() {
        begin(null);
        reply(stock(500));
        apply(CheckoutSaga.expire(saga));

        reply(new PointsRefunded(ORDER));
        assertThat(CheckoutSaga.decide(saga, new PointsRefunded(ORDER))).isInstanceOf(Decision.Ignored.class);
        assertThat(saga.state()).isEqualTo(CheckoutState.COMPENSATING);

        reply(new StockRestored(ORDER));
        assertThat(saga.state()).isEqualTo(CheckoutState.REJECTED);
    }

    @Test
    void a_repeated_reply_moves_nothing() {
        begin(null);
        reply(stock(500));

        assertThat(CheckoutSaga.decide(saga, stock(500))).isInstanceOf(Decision.Ignored.class);
    }

    @Test
    void an_order_that_is_called_off_ends_like_one_whose_time_is_up_with_a_reason_of_its_own() {
        begin(COUPON);
        apply(CheckoutSaga.callOff(saga));
        assertThat(sent).containsExactly(new RestoreCoupon(ORDER, "u1", COUPON));

        begin(COUPON);
        reply(new CouponUsed(ORDER, COUPON, "FIXED", 300, null));
        apply(CheckoutSaga.callOff(saga));
        assertThat(sent).containsExactly(new RestoreCoupon(ORDER, "u1", COUPON), new RestoreStock(ORDER));

        begin(null);
        reply(stock(500));
        apply(CheckoutSaga.callOff(saga));
        assertThat(sent).containsExactly(new RestoreStock(ORDER), new RefundPoints(ORDER, "u1"));
        assertThat(verdict).isEqualTo(new Settlement.Rejected(ORDER, "ORDER_CANCELLED"));
    }

    @Test
    void what_has_its_verdict_cannot_be_called_off_any_more() {
        begin(null);
        reply(stock(500));
        apply(CheckoutSaga.expire(saga));
        assertThat(CheckoutSaga.callOff(saga)).isInstanceOf(Decision.Ignored.class);

        begin(null);
        reply(stock(500));
        reply(new PointsDeducted(ORDER, 1000, 0));
        assertThat(CheckoutSaga.callOff(saga)).isInstanceOf(Decision.Ignored.class);
    }

    private void begin(@Nullable UUID coupon) {
        var order = new OrderPlaced(ORDER, "u1", List.of(new OrderLine(1, 2, null)), coupon, Instant.EPOCH, null);
        saga = Checkout.of(order);
        sent = CheckoutCommands.outstanding(saga);
    }

    private static StockDeducted stock(long price) {
        return new StockDeducted(ORDER, List.of(new PricedLine(1, 2, price)));
    }

    private void reply(SagaMessage reply) {
        apply(CheckoutSaga.decide(saga, reply));
    }

    private void apply(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Step.class);
        var step = (Decision.Step) decision;
        saga = step.next();
        sent = step.commands();
        verdict = step.verdict();
    }
}
