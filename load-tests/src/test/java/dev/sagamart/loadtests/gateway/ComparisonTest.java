package dev.sagamart.loadtests.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.loadtests.measuring.LoadResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void the_table_has_medians_limits_and_what_ours_adds() {
        var comparison = new Comparison(
                Scenario.CHARGE,
                16,
                List.of(round(1000, 2, Map.of()), round(1100, 2.5, Map.of()), round(900, 3, Map.of())),
                List.of(round(600, 5, Map.of()), round(550, 4, Map.of()), round(720, 4.5, Map.of())));

        assertThat(comparison.errors()).isEmpty();
        assertThat(comparison.lines().lines())
                .allMatch(line -> line.startsWith("| write with token and Idempotency-Key"))
                .anyMatch(line ->
                        line.endsWith("| 16 | requests/s | 1000 (900–1100) | 600 (550–720) | × 0.60 (0.50–0.80) |"))
                .anyMatch(line ->
                        line.endsWith("| 16 | p50 ms | 2.50 (2.00–3.00) | 4.50 (4.00–5.00) | + 1.50 (1.50–3.00) |"));
    }

    @Test
    void an_error_of_either_is_told_with_its_place() {
        var good = round(1000, 2, Map.of());
        var bad = round(1000, 2, Map.of("status 503", 3));

        assertThat(new Comparison(Scenario.PRODUCT, 64, List.of(good), List.of(bad)).errors())
                .singleElement()
                .asString()
                .contains("64 connections, ours: 3 times status 503");
        assertThat(new Comparison(Scenario.PRODUCT, 64, List.of(bad), List.of(good)).errors())
                .singleElement()
                .asString()
                .contains("64 connections, bare: 3 times status 503");
    }

    private static Round round(int perSecond, double p50, Map<String, Integer> errors) {
        return new Round(new LoadResult(perSecond, Duration.ofSeconds(1), p50, 2 * p50, errors), perSecond / 4.0);
    }
}
