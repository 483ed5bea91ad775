package dev.sagamart.order.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.contracts.SagaMessage;
import dev.sagamart.contracts.coupon.CouponRestored;
import dev.sagamart.contracts.coupon.CouponUsed;
import dev.sagamart.contracts.point.DeductPointsRejected;
import dev.sagamart.contracts.point.PointsDeducted;
import dev.sagamart.contracts.point.PointsRefunded;
import dev.sagamart.contracts.product.DeductStockRejected;
import dev.sagamart.contracts.product.PricedLine;
import dev.sagamart.contracts.product.StockDeducted;
import dev.sagamart.contracts.product.StockRestored;
import dev.sagamart.order.ordering.OrderLine;
import dev.sagamart.order.ordering.OrderPlaced;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JournalTest {
    private static final UUID ORDER = new UUID(0, 1);
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    private final CheckoutProgress progress = new CheckoutProgress(
            new CheckoutProperties(Duration.ofSeconds(3), Duration.ofSeconds(30), Duration.ofSeconds(30), 10),
            new CheckoutMetrics(new SimpleMeterRegistry()));
    private final Checkout placed =
            Checkout.of(new OrderPlaced(ORDER, "u1", List.of(new OrderLine(7, 2, null)), null, START, null));
    private CheckoutRow row = progress.begin(placed, START);

    @Test
    void a_step_is_a_line_that_people_can_read() {
        take(new StockDeducted(ORDER, List.of(new PricedLine(7, 2, 500))), 1);
        take(new DeductPointsRejected(ORDER, "INSUFFICIENT_POINTS", ""), 2);
        take(new StockRestored(ORDER), 3);

        assertThat(row.news()).isEqualTo("""
                2026-11-22T10:00:01Z TAKEN STOCK, ASKED POINTS
                2026-11-22T10:00:02Z REFUSED POINTS INSUFFICIENT_POINTS, REJECTED INSUFFICIENT_POINTS, ASKED_BACK STOCK
                2026-11-22T10:00:03Z GIVEN_BACK STOCK, UNDONE
                """);
    }

    @Test
    void a_thousand_retries_are_one_line() {
        for (int second = 1; second <= 1000; second++) {
            row = progress.again(row, START.plusSeconds(second));
        }
        assertThat(row.news()).isEmpty();

        take(new StockDeducted(ORDER, List.of(new PricedLine(7, 2, 500))), 1001);

        assertThat(row.news()).isEqualTo("""
                2026-11-22T10:00:01Z ASKED_AGAIN 1000 2026-11-22T10:16:40Z
                2026-11-22T10:16:41Z TAKEN STOCK, ASKED POINTS
                """);
    }

    @Test
    void the_longest_way_of_an_order_is_short_enough_for_a_column() {
        row = progress.begin(
                Checkout.of(
                        new OrderPlaced(ORDER, "u1", List.of(new OrderLine(7, 2, null)), new UUID(0, 2), START, null)),
                START);
        apply(CheckoutSaga.decide(row.checkout(), new CouponUsed(ORDER, new UUID(0, 2), "FIXED", 1, null)));
        apply(CheckoutSaga.decide(row.checkout(), new StockDeducted(ORDER, List.of(new PricedLine(7, 2, 500)))));
        apply(CheckoutSaga.callOff(row.checkout()));
        for (int reply = 0; reply < Journal.MOST_IGNORED; reply++) {
            row = progress.ignore(row, new PointsDeducted(ORDER, 1, 1), START);
        }
        apply(CheckoutSaga.decide(row.checkout(), new PointsRefunded(ORDER)));
        apply(CheckoutSaga.decide(row.checkout(), new StockRestored(ORDER)));
        apply(CheckoutSaga.decide(row.checkout(), new CouponRestored(ORDER)));

        assertThat(row.checkout().state()).isEqualTo(CheckoutState.REJECTED);
        assertThat(row.news().length()).isLessThan(1500);
    }

    @Test
    void what_another_service_says_cannot_break_a_line() {
        take(new DeductStockRejected(ORDER, "A, COMPLETED\nB", ""), 1);

        assertThat(row.news())
                .isEqualTo("2026-11-22T10:00:01Z REFUSED STOCK A__COMPLETED_B, REJECTED A__COMPLETED_B\n");
    }

    @Test
    void words_of_a_newer_version_are_passed_over() {
        List<CheckoutEvent> events = JournalReader.read(placed, START, """
                2026-11-22T10:00:01Z DANCED STOCK, ASKED STOCK
                2026-11-22T10:00:02Z DANCED
                """);

        assertThat(events)
                .extracting(CheckoutEvent::kind)
                .containsExactly(CheckoutEvent.Kind.PLACED, CheckoutEvent.Kind.ASKED, CheckoutEvent.Kind.ASKED);
    }

    @Test
    void rows_from_before_the_journal_say_what_they_can() {
        row = new CheckoutRow(placed, new Repeats(3, null, null), START, START, null, START, 0, 0, "");

        take(new StockDeducted(ORDER, List.of(new PricedLine(7, 2, 500))), 1);

        assertThat(row.news()).isEqualTo("2026-11-22T10:00:01Z TAKEN STOCK, ASKED POINTS\n");
    }

    private void take(SagaMessage reply, int second) {
        var step = (Decision.Step) CheckoutSaga.decide(row.checkout(), reply);
        row = progress.advance(row, step, "reply", START.plusSeconds(second));
    }

    private void apply(Decision decision) {
        row = progress.again(row, START);
        row = progress.advance(row, (Decision.Step) decision, null, START);
    }
}
