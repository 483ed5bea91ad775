package dev.sagamart.chaos.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.chaos.history.Kind;
import dev.sagamart.chaos.history.Operation;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WishesTest {
    private static final World WORLD = new World(
            List.of("a", "b", "c"),
            List.of(new Product(1, 100, 50), new Product(2, 200, 1000), new Product(3, 300, 1000)),
            List.of(List.of(1L, 2L)));

    @Test
    void the_same_seed_wants_the_same() {
        assertThat(wishes(7)).isEqualTo(wishes(7)).isNotEqualTo(wishes(8));
    }

    @Test
    void everything_is_wanted_about_as_often_as_planned() {
        var counts = wishes(1).stream().collect(Collectors.groupingBy(Operation::kind, Collectors.counting()));

        assertThat(counts.get(Kind.CHARGE)).isBetween(220L, 290L);
        assertThat(counts.get(Kind.ORDER)).isBetween(260L, 340L);
        assertThat(counts.get(Kind.COUPON)).isBetween(160L, 240L);
        assertThat(counts)
                .containsKeys(
                        Kind.READ_BALANCE, Kind.READ_CHARGES, Kind.READ_PRODUCT, Kind.READ_POPULAR, Kind.BAD_TOKEN);
    }

    @Test
    void no_user_charges_an_amount_twice() {
        assertThat(wishes(1).stream().filter(wish -> wish.amount() > 0).map(wish -> wish.user() + wish.amount()))
                .doesNotHaveDuplicates();
    }

    private static List<Operation> wishes(long seed) {
        var wishes = new Wishes(WORLD, new Belongings(), () -> 0, new AtomicLong(), new Seed(seed).chance("client 0"));
        return Stream.generate(wishes::next).limit(1000).toList();
    }
}
