package dev.sagamart.coupon.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NameFilterTest {
    @Test
    void nobody_who_is_among_them_is_ever_missed() {
        var filter = new NameFilter(20_000);

        IntStream.range(0, 20_000).forEach(i -> filter.add("user-" + i));

        assertThat(IntStream.range(0, 20_000)).allMatch(i -> filter.mayHave("user-" + i));
    }

    @Test
    void few_of_the_others_are_taken_for_one_of_them() {
        var filter = new NameFilter(20_000);
        IntStream.range(0, 20_000).forEach(i -> filter.add("user-" + i));

        long mistaken = IntStream.range(20_000, 220_000)
                .filter(i -> filter.mayHave("user-" + i))
                .count();

        assertThat(mistaken).isLessThan(200_000 / 50);
    }

    @Test
    void without_names_nobody_is_among_them() {
        var filter = new NameFilter(0);

        assertThat(IntStream.range(0, 1_000)).noneMatch(i -> filter.mayHave("user-" + i));
    }
}
