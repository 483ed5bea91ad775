package dev.sagamart.messaging.listening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.messaging.PublishFailed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OneByOneTest {
    private final StepClock clock = new StepClock();
    private final OneByOne oneByOne =
            new OneByOne(new RetryPolicy(3, Duration.ofNanos(1), Duration.ofSeconds(20), Duration.ofMillis(1)), clock);
    private final List<String> handled = new ArrayList<>();
    private final List<String> givenUp = new ArrayList<>();

    private int handleAll(String... entries) {
        return oneByOne.handle(List.of(entries), this::handle, (entry, cause) -> givenUp.add(entry));
    }

    private void handle(String entry) {
        handled.add(entry);
        clock.now = clock.now.plusSeconds(7);
        switch (entry) {
            case "bad" -> throw new IllegalStateException("bad");
            case "outage" -> throw new PublishFailed("away", new RuntimeException());
            default -> {}
        }
    }

    @Test
    void a_bad_entry_is_given_up_after_its_attempts_and_the_next_one_follows() {
        int done = handleAll("bad", "a");

        assertThat(done).isEqualTo(1);
        assertThat(givenUp).containsExactly("bad");
        assertThat(handled).containsExactly("bad", "bad", "bad");
        assertThat(handleAll("a")).isEqualTo(1);
    }

    @Test
    void a_round_ends_when_its_time_is_up_but_never_without_progress() {
        assertThat(handleAll("a", "b", "c", "d")).isEqualTo(3);
        assertThat(handleAll("bad", "bad", "a")).isEqualTo(1);
    }

    @Test
    void an_outage_ends_the_round_and_nobody_is_given_up_for_it() {
        assertThat(handleAll("a", "outage", "b")).isEqualTo(1);
        assertThat(handled).containsExactly("a", "outage");
        assertThat(givenUp).isEmpty();
    }

    @Test
    void an_outage_while_giving_up_ends_the_round_before_that_entry() {
        int done = oneByOne.handle(List.of("a", "bad", "b"), this::handle, (entry, cause) -> {
            throw new PublishFailed("no dead letters now", new RuntimeException());
        });

        assertThat(done).isEqualTo(1);
    }

    private static final class StepClock extends Clock {
        Instant now = Instant.EPOCH;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
