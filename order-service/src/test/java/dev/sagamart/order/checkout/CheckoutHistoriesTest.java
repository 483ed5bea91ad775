package dev.sagamart.order.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.order.ordering.Settlement;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The saga and the barriers of its participants in histories that a seed makes up. {@code -Dsagamart.histories=5000000}
 * tries more of them; {@code -Dsagamart.history=17} tells the one of seed 17.
 */
class CheckoutHistoriesTest {
    private static final long HISTORIES = Long.getLong("sagamart.histories", 250_000);

    @Test
    void every_history_ends_with_all_effects_once_or_none_at_all() {
        var endings = new TreeMap<String, Integer>();

        LongStream.range(0, HISTORIES).forEach(seed -> {
            SimulatedHistory history = SimulatedHistory.of(seed, SimulatedHistory.TROUBLE);
            if (!holds(history)) {
                throw new AssertionError(shortestFailure(seed));
            }
            endings.merge(ending(history), 1, Integer::sum);
        });

        assertThat(endings.keySet())
                .as("the histories are worth something: %s", endings)
                .contains(
                        "COMPLETED",
                        "COUPON_NOT_FOUND",
                        "OUT_OF_STOCK",
                        "INSUFFICIENT_POINTS",
                        "ORDER_TIMED_OUT",
                        "ORDER_CANCELLED");
        assertThat(endings.values()).allMatch(count -> count > HISTORIES / 100);
    }

    @Test
    void a_history_can_be_told_and_comes_out_the_same_each_time() {
        long seed = Long.getLong("sagamart.history", 17);

        String story = SimulatedHistory.story(seed, SimulatedHistory.TROUBLE);

        System.out.println(story);
        assertThat(story).isNotEmpty().isEqualTo(SimulatedHistory.story(seed, SimulatedHistory.TROUBLE));
    }

    /** The history of this seed with as little trouble as it takes to go wrong. */
    private static String shortestFailure(long seed) {
        int trouble = IntStream.rangeClosed(0, SimulatedHistory.TROUBLE)
                .filter(until -> !holds(SimulatedHistory.of(seed, until)))
                .findFirst()
                .orElse(SimulatedHistory.TROUBLE);
        SimulatedHistory history = SimulatedHistory.of(seed, trouble);
        return "seed %d, trouble until step %d: %s, taken %s, verdicts %s, contradictions %s%n%s"
                .formatted(
                        seed,
                        trouble,
                        history.checkout.state(),
                        taken(history),
                        history.verdicts,
                        history.contradictions,
                        SimulatedHistory.story(seed, trouble));
    }

    private static boolean holds(SimulatedHistory history) {
        return history.isQuiet()
                && history.verdicts.size() == 1
                && history.contradictions.isEmpty()
                && history.participants.values().stream().allMatch(participant -> participant.taken <= 1)
                && taken(history).equals(expected(history));
    }

    private static Map<CheckoutStep, Integer> taken(SimulatedHistory history) {
        var taken = new TreeMap<CheckoutStep, Integer>();
        history.participants.forEach((step, participant) -> taken.put(step, participant.effect()));
        return taken;
    }

    private static Map<CheckoutStep, Integer> expected(SimulatedHistory history) {
        int once = history.verdicts.getFirst() instanceof Settlement.Completed ? 1 : 0;
        return Map.of(
                CheckoutStep.COUPON,
                history.checkout.hasCoupon() ? once : 0,
                CheckoutStep.STOCK,
                once,
                CheckoutStep.POINTS,
                once);
    }

    private static String ending(SimulatedHistory history) {
        return history.checkout.reason() == null ? "COMPLETED" : history.checkout.reason();
    }
}
