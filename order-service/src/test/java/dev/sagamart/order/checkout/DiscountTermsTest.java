package dev.sagamart.order.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DiscountTermsTest {
    @Test
    void a_fixed_discount_takes_its_points_but_never_more_than_the_order_costs() {
        assertThat(new DiscountTerms(false, 300, null).on(1000)).isEqualTo(300);
        assertThat(new DiscountTerms(false, 300, null).on(200)).isEqualTo(200);
    }

    @Test
    void a_percentage_is_rounded_down_and_capped() {
        assertThat(new DiscountTerms(true, 15, null).on(999)).isEqualTo(149);
        assertThat(new DiscountTerms(true, 50, 100L).on(999)).isEqualTo(100);
    }

    @Test
    void no_terms_and_no_price_give_a_discount_outside_of_nothing_to_all() {
        var random = new Random(7);

        for (int i = 0; i < 10_000; i++) {
            boolean percent = random.nextBoolean();
            long value = percent ? random.nextInt(1, 101) : random.nextLong(1, 1_000_000_000);
            Long cap = random.nextBoolean() ? random.nextLong(1, 1_000_000) : null;
            long subtotal = random.nextLong(0, 20_000_000_000_000L);

            long discount = new DiscountTerms(percent, value, cap).on(subtotal);

            assertThat(discount).isBetween(0L, subtotal);
            if (cap != null) {
                assertThat(discount).isLessThanOrEqualTo(cap);
            }
        }
    }
}
