package dev.sagamart.coupon.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepsTest {
    static final Instant BEGIN = Instant.parse("2026-11-22T13:40:43.120Z");

    @Test
    void a_rush_is_shown_by_the_second() {
        Steps steps = Steps.over(BEGIN, BEGIN.plusSeconds(20));

        assertThat(steps).isEqualTo(new Steps(Instant.parse("2026-11-22T13:40:43Z"), Duration.ofSeconds(1)));
    }

    @Test
    void a_longer_time_has_longer_steps_that_begin_at_round_times() {
        Steps steps = Steps.over(BEGIN, BEGIN.plus(Duration.ofHours(10)));

        assertThat(steps).isEqualTo(new Steps(Instant.parse("2026-11-22T13:40:00Z"), Duration.ofMinutes(10)));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 99, 100, 101, 5_000, 86_400, 9_000_000, 400_000_000})
    void whatever_the_time_there_are_about_a_hundred_steps_at_most(long seconds) {
        Instant end = BEGIN.plusSeconds(seconds);

        Steps steps = Steps.over(BEGIN, end);

        assertThat(steps.from()).isBeforeOrEqualTo(BEGIN);
        assertThat(Duration.between(steps.from(), end).dividedBy(steps.length()))
                .isLessThanOrEqualTo(101);
    }
}
