package dev.sagamart.order.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
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
    void a_discount_is_the_lowest_of_the_exact_share_the_cap_and_the_price() {
        var random = new Random(11);

        for (int i = 0; i < 10_000; i++) {
            long percent = random.nextInt(1, 101);
            long cap = random.nextLong(1, 30_000);
            long subtotal = random.nextLong(0, 100_000);
            long exact = BigDecimal.valueOf(subtotal)
                    .multiply(BigDecimal.valueOf(percent))
                    .divide(BigDecimal.valueOf(100), RoundingMode.FLOOR)
                    .longValueExact();

            assertThat(new DiscountTerms(true, percent, null).on(subtotal)).isEqualTo(exact);
            assertThat(new DiscountTerms(true, percent, cap).on(subtotal)).isEqualTo(Math.min(exact, cap));
            assertThat(new DiscountTerms(false, cap, null).on(subtotal)).isEqualTo(Math.min(cap, subtotal));
        }
    }

    @Test
    void who_buys_more_gets_no_smaller_discount_and_pays_no_less() {
        var random = new Random(13);

        for (int i = 0; i < 10_000; i++) {
            boolean percent = random.nextBoolean();
            long value = percent ? random.nextInt(1, 101) : random.nextLong(1, 10_000);
            var terms = new DiscountTerms(percent, value, random.nextBoolean() ? random.nextLong(1, 5_000) : null);
            long less = random.nextLong(0, 20_000);
            long more = less + random.nextLong(0, 200);

            assertThat(terms.on(more)).isGreaterThanOrEqualTo(terms.on(less));
            assertThat(more - terms.on(more)).isGreaterThanOrEqualTo(less - terms.on(less));
        }
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
