package dev.sagamart.loadtests.measuring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private final Answers answers = new Answers();

    @Test
    void percentiles_and_the_rate_are_those_of_all_good_answers() {
        for (int millis = 200_000; millis >= 1; millis--) {
            answers.add(millis * 1_000_000L);
        }

        LoadResult result = answers.result(Duration.ofSeconds(10));

        assertThat(result.p50Millis()).isEqualTo(100_000);
        assertThat(result.p99Millis()).isEqualTo(198_000);
        assertThat(result.perSecond()).isEqualTo(20_000);
        assertThat(result.errors()).isEmpty();
    }

    @Test
    void what_went_wrong_is_counted_by_kind_and_is_no_answer() {
        answers.fail("status 503");
        answers.fail("status 503");
        answers.fail("no answer");

        LoadResult result = answers.result(Duration.ofSeconds(1));

        assertThat(result.answers()).isZero();
        assertThat(result.errors()).containsOnly(entry("status 503", 2), entry("no answer", 1));
    }
}
