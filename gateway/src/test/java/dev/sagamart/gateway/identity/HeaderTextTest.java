package dev.sagamart.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "plain ~", "감귤", "é"})
    void text_is_clean_anywhere(String text) {
        assertThat(HeaderText.isName(text)).isTrue();
        assertThat(HeaderText.isValue(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\nb", "\u007f", "\u0378"})
    void control_characters_and_what_means_nothing_are_not(String text) {
        assertThat(HeaderText.isName(text)).isFalse();
        assertThat(HeaderText.isValue(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\tb"})
    void a_tab_may_stand_in_a_value_only(String text) {
        assertThat(HeaderText.isName(text)).isFalse();
        assertThat(HeaderText.isValue(text)).isTrue();
    }
}
