package dev.sagamart.product.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductTest {
    private final Product tea = new Product(new ProductName("Tea"), new Price(500), 3);

    @Test
    void takes_no_more_than_it_has() {
        tea.take(new Quantity(3));

        assertThat(tea.has(1)).isFalse();
        assertThatThrownBy(() -> tea.take(new Quantity(1))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void takes_back_no_more_than_was_sold() {
        tea.take(new Quantity(2));

        assertThatThrownBy(() -> tea.putBack(new Quantity(3))).isInstanceOf(IllegalStateException.class);

        tea.putBack(new Quantity(2));
        assertThat(tea.has(3)).isTrue();
    }

    @Test
    void is_restocked_up_to_a_limit_that_a_returned_unit_may_pass() {
        tea.take(new Quantity(3));
        tea.restock(new Quantity(Quantity.MAX));

        assertThat(tea.hasRoomFor(new Quantity(1))).isFalse();
        assertThatThrownBy(() -> tea.restock(new Quantity(1))).isInstanceOf(IllegalStateException.class);

        tea.putBack(new Quantity(3));
        assertThat(tea.has(Quantity.MAX + 3)).isTrue();
    }

    @Test
    void is_not_revised_by_the_name_and_price_it_has() {
        assertThat(tea.revise(new ProductName("Tea"), new Price(500))).isFalse();
        assertThat(tea.revise(new ProductName("Tea"), new Price(501))).isTrue();
        assertThat(tea.price()).isEqualTo(new Price(501));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3000", "\u200b", "a\nb", "a\u0000", "a\u2028b", "\ud800"})
    void has_a_name_that_can_be_seen_on_one_line(String name) {
        assertThatThrownBy(() -> new ProductName(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "녹차 100g", "Café <b>&amp;</b> \"'--", "👩‍🍳"})
    void may_have_a_name_in_any_script(String name) {
        assertThat(new ProductName(name).text()).isEqualTo(name);
    }
}
