package dev.sagamart.order.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.order.ordering.Settlement;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CheckoutHistoriesTest {
    private static final int HISTORIES = 50_000;

    @Test
    void every_history_ends_with_all_effects_once_or_none_at_all() {
        var endings = new TreeMap<String, Integer>();

        LongStream.range(0, HISTORIES).forEach(seed -> {
            SimulatedHistory history = new SimulatedHistory(seed).run();

            check(seed, history);
            endings.merge(ending(history), 1, Integer::sum);
        });

        assertThat(endings.keySet())
                .as("the histories are worth something: %s", endings)
                .contains("COMPLETED", "COUPON_NOT_FOUND", "OUT_OF_STOCK", "INSUFFICIENT_POINTS", "ORDER_TIMED_OUT");
        assertThat(endings.values()).allMatch(count -> count > 500);
    }

    private static String ending(SimulatedHistory history) {
        return history.checkout.reason() == null ? "COMPLETED" : history.checkout.reason();
    }

    private static void check(long seed, SimulatedHistory history) {
        String story = "seed %d%n%s".formatted(seed, String.join("\n", history.log));
        assertThat(history.isQuiet()).as(story).isTrue();
        assertThat(history.verdicts).as(story).hasSize(1);
        boolean completed = history.verdicts.getFirst() instanceof Settlement.Completed;
        Map<CheckoutStep, Integer> expected = completed
                ? Map.of(
                        CheckoutStep.COUPON,
                        history.checkout.hasCoupon() ? 1 : 0,
                        CheckoutStep.STOCK,
                        1,
                        CheckoutStep.POINTS,
                        1)
                : Map.of(CheckoutStep.COUPON, 0, CheckoutStep.STOCK, 0, CheckoutStep.POINTS, 0);
        expected.forEach(
                (step, effect) -> assertThat(history.participants.get(step).effect())
                        .as("%s of %s", step, story)
                        .isEqualTo(effect));
        history.participants
                .values()
                .forEach(participant -> assertThat(participant.taken)
                        .as("%s took twice in %s", participant.step, story)
                        .isLessThanOrEqualTo(1));
    }
}
