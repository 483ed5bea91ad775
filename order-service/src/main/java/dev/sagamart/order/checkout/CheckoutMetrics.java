package dev.sagamart.order.checkout;

import dev.sagamart.order.ordering.Settlement;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** What the sagas of this instance went through. */
@Component
class CheckoutMetrics {
    private static final Duration[] BUCKETS = IntStream.of(5, 10, 20, 50, 100, 200, 500, 1_000, 3_000, 10_000, 30_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final MeterRegistry meters;
    private final Timer completed;
    private final Timer rejected;
    private final Counter ignored;
    private final Counter repeated;
    private final Counter unknown;
    private final Counter resent;
    private final Counter stuck;

    CheckoutMetrics(MeterRegistry meters) {
        this.meters = meters;
        completed = duration("completed");
        rejected = duration("rejected");
        ignored = meters.counter("sagamart.checkout.replies.ignored");
        repeated = meters.counter("sagamart.checkout.replies.repeated");
        unknown = meters.counter("sagamart.checkout.replies.unknown");
        resent = meters.counter("sagamart.checkout.commands.resent");
        stuck = meters.counter("sagamart.checkout.compensations.stuck");
    }

    private Timer duration(String outcome) {
        return Timer.builder("sagamart.checkout.duration")
                .description("From the order's being taken to its verdict")
                .tag("outcome", outcome)
                .serviceLevelObjectives(BUCKETS)
                .register(meters);
    }

    void settled(Settlement verdict, Duration age) {
        switch (verdict) {
            case Settlement.Completed _ -> settled("completed", completed, age);
            case Settlement.Rejected no -> settled(no.reason(), rejected, age);
        }
    }

    private void settled(String outcome, Timer duration, Duration age) {
        meters.counter("sagamart.checkout.settled", "outcome", outcome).increment();
        duration.record(age);
    }

    void replyIgnored() {
        ignored.increment();
    }

    void replyRepeated() {
        repeated.increment();
    }

    void replyOfUnknownOrder() {
        unknown.increment();
    }

    void commandsResent() {
        resent.increment();
    }

    void compensationStuck() {
        stuck.increment();
    }
}
