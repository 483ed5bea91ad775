package dev.sagamart.faultagent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ShiftedClockTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Duration offset = Duration.ZERO;
    private final Clock clock = new ShiftedClock(Clock.fixed(NOON, ZoneOffset.UTC), () -> offset);

    @Test
    void a_clock_is_off_as_long_as_it_is_told_to_be() {
        assertThat(clock.instant()).isEqualTo(NOON);

        offset = Duration.ofMinutes(-10);

        assertThat(clock.instant()).isEqualTo("2026-03-01T11:50:00Z");
        assertThat(clock.withZone(ZoneId.of("Asia/Seoul")).instant()).isEqualTo("2026-03-01T11:50:00Z");
    }
}
