package dev.sagamart.loadtests.gatling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sagamart.local.suite.SuiteFailed;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @Test
    void a_run_without_properties_is_a_story_on_this_machine() {
        Settings settings = settings(Map.of("java.version", "25"));

        assertThat(settings)
                .isEqualTo(new Settings(
                        URI.create("http://localhost:8080"),
                        Scenario.STORY,
                        64,
                        Duration.ofMinutes(1),
                        Duration.ofSeconds(5),
                        null,
                        null));
    }

    @Test
    void a_run_is_what_its_properties_say() {
        Settings settings = settings(Map.of(
                "sagamart.url", "https://shop.example/",
                "sagamart.scenario", "orders-hot",
                "sagamart.users", "1",
                "sagamart.seconds", "2",
                "sagamart.ramp", "0",
                "sagamart.tokens", "tokens.txt",
                "sagamart.data", "data"));

        assertThat(settings)
                .isEqualTo(new Settings(
                        URI.create("https://shop.example"),
                        Scenario.ORDERS_HOT,
                        1,
                        Duration.ofSeconds(2),
                        Duration.ZERO,
                        Path.of("tokens.txt"),
                        Path.of("data")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sold-out", "SOLD_OUT", "Sold-Out"})
    void a_scenario_is_named_as_in_other_benchmarks(String name) {
        assertThat(settings(Map.of("sagamart.scenario", name)).scenario()).isEqualTo(Scenario.SOLD_OUT);
    }

    @Test
    void an_unknown_scenario_is_answered_with_those_that_there_are() {
        assertThatExceptionOfType(SuiteFailed.class)
                .isThrownBy(() -> settings(Map.of("sagamart.scenario", "orders")))
                .withMessage("There is no scenario orders; there are orders-hot, orders-uniform, charge, coupon, "
                        + "sold-out, product, popular, story");
    }

    @Test
    void a_misspelt_property_is_answered_with_those_that_there_are() {
        assertThatExceptionOfType(SuiteFailed.class)
                .isThrownBy(() -> settings(Map.of("sagamart.user", "1")))
                .withMessage("There is no property sagamart.user; there are sagamart.url, sagamart.scenario, "
                        + "sagamart.users, sagamart.seconds, sagamart.ramp, sagamart.tokens, sagamart.data");
    }

    @ParameterizedTest
    @CsvSource({
        "sagamart.users, many",
        "sagamart.users, 0",
        "sagamart.users, 100001",
        "sagamart.seconds, 0",
        "sagamart.seconds, 1.5",
        "sagamart.ramp, -1",
        "sagamart.url, localhost:8080",
        "sagamart.url, ftp://localhost",
        "sagamart.url, http://",
        "sagamart.url, http://localhost:8080/v1"
    })
    void a_bad_value_is_told_with_the_name_of_its_property(String property, String value) {
        assertThatExceptionOfType(SuiteFailed.class)
                .isThrownBy(() -> settings(Map.of(property, value)))
                .withMessageStartingWith(property + " wants ")
                .withMessageEndingWith("and not " + value);
    }

    private static Settings settings(Map<String, String> values) {
        var properties = new Properties();
        properties.putAll(values);
        return Settings.of(properties);
    }
}
