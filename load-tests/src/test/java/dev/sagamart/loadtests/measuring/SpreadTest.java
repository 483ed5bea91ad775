package dev.sagamart.loadtests.measuring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void the_median_is_the_middle_whatever_the_order() {
        assertThat(Spread.of(9, 1, 4)).isEqualTo(new Spread(4, 1, 9));
    }

    @Test
    void the_median_of_an_even_number_lies_between_the_two_in_the_middle() {
        assertThat(Spread.of(8, 1, 2, 100)).isEqualTo(new Spread(5, 1, 100));
    }

    @Test
    void a_ratio_is_taken_round_by_round() {
        List<Integer> ours = List.of(60, 30, 80);
        List<Integer> bare = List.of(100, 40, 100);

        assertThat(Spread.ofPairs(ours, bare, Integer::doubleValue, (one, other) -> one / other))
                .isEqualTo(new Spread(0.75, 0.6, 0.8));
    }

    @Test
    void nothing_has_no_median() {
        assertThatThrownBy(Spread::of).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_could_not_be_measured_is_a_dash() {
        assertThat(Spread.of(Double.NaN, Double.NaN).text("%.1f")).isEqualTo("–");
        assertThat(Spread.of(1, 2, 3.25).text("%.1f")).isEqualTo("2.0 (1.0–3.3)");
    }
}
