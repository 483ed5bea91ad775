package dev.sagamart.order.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.order.ordering.OrderLine;
import dev.sagamart.order.ordering.OrderPlaced;
import dev.sagamart.order.ordering.Settlement;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CheckoutProgressTest {
    private static final Instant START = Instant.EPOCH;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final CheckoutProgress progress = new CheckoutProgress(
            new CheckoutProperties(Duration.ofSeconds(3), Duration.ofSeconds(30), Duration.ofSeconds(30), 10),
            new CheckoutMetrics(meters));
    private final CheckoutRow begun = progress.begin(
            Checkout.of(new OrderPlaced(new UUID(0, 1), "u1", List.of(new OrderLine(1, 1, null)), null, START, null)),
            START);

    @Test
    void an_action_is_asked_for_with_growing_pauses_until_the_order_expires() {
        assertThat(dueTimes(begun, 5)).containsExactly(3L, 9L, 21L, 30L, 30L);
    }

    @Test
    void a_compensation_is_asked_for_for_ever_at_most_half_a_minute_apart() {
        var expired = (Decision.Step) CheckoutSaga.expire(begun.checkout());
        CheckoutRow undoing = progress.advance(begun, expired, null, START);

        assertThat(dueTimes(undoing, 8)).containsExactly(3L, 9L, 21L, 45L, 75L, 105L, 135L, 165L);
    }

    @Test
    void a_compensation_is_stuck_after_ten_attempts_and_counted_once() {
        var expired = (Decision.Step) CheckoutSaga.expire(begun.checkout());

        dueTimes(begun, 20);
        assertThat(meters.counter("sagamart.checkout.compensations.stuck").count())
                .isZero();
        dueTimes(progress.advance(begun, expired, null, START), 20);

        assertThat(meters.counter("sagamart.checkout.compensations.stuck").count())
                .isEqualTo(1);
    }

    @Test
    void a_verdict_is_counted_with_the_time_that_it_took() {
        progress.settled(
                begun, new Settlement.Rejected(begun.checkout().orderId(), "OUT_OF_STOCK"), START.plusMillis(70));

        assertThat(meters.get("sagamart.checkout.duration")
                        .tag("outcome", "rejected")
                        .timer()
                        .totalTime(TimeUnit.MILLISECONDS))
                .isEqualTo(70);
        assertThat(meters.counter("sagamart.checkout.settled", "outcome", "OUT_OF_STOCK")
                        .count())
                .isEqualTo(1);
    }

    /** When a row is due, in seconds, if it is looked at each time when it is. */
    private List<Long> dueTimes(CheckoutRow row, int times) {
        var due = new ArrayList<Long>();
        CheckoutRow next = row;
        for (int time = 0; time < times; time++) {
            Instant now = Objects.requireNonNull(next.dueAt());
            due.add(now.getEpochSecond());
            next = progress.again(next, now);
        }
        return due;
    }
}
