package dev.sagamart.loadtests.filling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VolumeTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final Volume volume = new Volume(10_000_000, NOW);

    @Test
    void has_a_tenth_as_many_users_and_a_hundredth_as_many_products() {
        assertThat(volume.users()).isEqualTo(1_000_000);
        assertThat(volume.products()).isEqualTo(100_000);
    }

    @Test
    void no_order_is_younger_than_what_retention_still_keeps_of_it() {
        Instant last = at(volume.orders() - 1);

        assertThat(Duration.between(last, NOW)).isBetween(Duration.ofDays(31), Duration.ofDays(32));
    }

    @Test
    void sales_are_ranked_for_as_long_as_they_are_kept() {
        Instant kept = NOW.minus(Duration.ofDays(90));

        assertThat(at(volume.firstRanked())).isAfter(kept);
        assertThat(at(volume.firstRanked() - 1)).isBeforeOrEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(longs = {-100, 1, 150})
    void users_and_products_must_have_equally_many(long orders) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Volume(orders, NOW));
    }

    private Instant at(long order) {
        return Instant.ofEpochMilli(volume.firstMillis() + order * volume.stepMillis());
    }
}
