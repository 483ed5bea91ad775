package dev.sagamart.coupon.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.redisson.client.RedisException;

class SoldOutMemoryTest {
    static final StockState SOLD_OUT = new StockState(1, 3, 2);
    static final long MILLI = Duration.ofMillis(1).toNanos();

    final List<String> holders = new ArrayList<>(List.of("#left", "ann", "ben"));
    final Queue<Runnable> aside = new ArrayDeque<>();
    long now = 7_000;
    boolean away;
    int reads;

    final SoldOutMemory memory = new SoldOutMemory(this::read, Duration.ofMillis(300), () -> now, aside::add);

    @Test
    void who_has_none_is_refused_from_memory_and_whoever_has_one_is_not() {
        soldOutIsKnown();

        assertThat(memory.refusal("carl")).contains(SOLD_OUT);
        assertThat(memory.refusal("ann")).isEmpty();
        assertThat(memory.refusal("ben")).isEmpty();
    }

    @Test
    void nobody_is_refused_before_redis_has_said_so_again_after_the_holders_were_read() {
        assertThat(memory.refusal("carl")).isEmpty();

        memory.hear(SOLD_OUT, now);
        assertThat(memory.refusal("carl")).isEmpty();

        now += MILLI;
        aside.remove().run();
        assertThat(memory.refusal("carl")).isEmpty();

        memory.hear(SOLD_OUT, now);
        assertThat(memory.refusal("carl")).isEmpty();

        memory.hear(SOLD_OUT, now + 1);
        assertThat(memory.refusal("carl")).isPresent();
    }

    @Test
    void the_memory_counts_from_the_question_and_is_short() {
        soldOutIsKnown();
        long asked = now;
        now += 1_000 * MILLI;
        memory.hear(SOLD_OUT, asked);

        assertThat(memory.refusal("carl")).isEmpty();

        now = asked + 299 * MILLI;
        assertThat(memory.refusal("carl")).isPresent();
        now = asked + 300 * MILLI;
        assertThat(memory.refusal("carl")).isEmpty();
    }

    @Test
    void the_holders_are_read_once_for_each_state() {
        soldOutIsKnown();
        memory.hear(SOLD_OUT, ++now);
        assertThat(aside).isEmpty();

        holders.add("carl");
        var next = new StockState(1, 4, 3);
        memory.hear(next, ++now);
        assertThat(memory.refusal("dora")).isEmpty();
        aside.remove().run();
        memory.hear(next, ++now);

        assertThat(memory.refusal("carl")).isEmpty();
        assertThat(memory.refusal("dora")).contains(next);
        assertThat(reads).isEqualTo(2);
    }

    @Test
    void the_same_numbers_of_another_opening_are_another_state() {
        soldOutIsKnown();

        memory.hear(new StockState(2, 3, 2), ++now);

        assertThat(memory.refusal("carl")).isEmpty();
    }

    @Test
    void holders_that_cannot_be_read_are_read_later() {
        away = true;
        memory.hear(SOLD_OUT, now);
        aside.remove().run();
        memory.hear(SOLD_OUT, ++now);
        assertThat(memory.refusal("carl")).isEmpty();

        away = false;
        aside.remove().run();
        memory.hear(SOLD_OUT, ++now);

        assertThat(memory.refusal("carl")).isPresent();
    }

    private void soldOutIsKnown() {
        memory.hear(SOLD_OUT, now);
        aside.remove().run();
        memory.hear(SOLD_OUT, ++now);
    }

    private Iterable<String> read() {
        reads++;
        if (away) {
            throw new RedisException("away");
        }
        return holders;
    }
}
