package dev.sagamart.coupon.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PeriodTest {
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    static final Instant ONE = Instant.parse("2026-11-22T13:00:00Z");

    @Test
    void it_begins_with_its_first_moment_and_is_over_at_its_last() {
        var period = new Period(NOON, ONE);

        assertThat(period.contains(NOON.minusMillis(1))).isFalse();
        assertThat(period.contains(NOON)).isTrue();
        assertThat(period.contains(ONE.minusMillis(1))).isTrue();
        assertThat(period.contains(ONE)).isFalse();
        assertThat(period.isOver(ONE.minusMillis(1))).isFalse();
        assertThat(period.isOver(ONE)).isTrue();
    }

    @Test
    void it_does_not_end_before_it_begins() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Period(NOON, NOON));
        assertThatIllegalArgumentException().isThrownBy(() -> new Period(ONE, NOON));
    }
}
