package dev.sagamart.loadtests.surge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.loadtests.measuring.Replies;
import dev.sagamart.loadtests.measuring.Reply;
import java.time.Duration;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private static final Duration LENGTH = Duration.ofSeconds(10);
    private static final Replies CALM = light(second -> reply(second, 20, 201));

    @Test
    void turning_away_in_order_is_no_error() {
        Figures figures = figures(surge(201, 202, 429, 503), CALM);

        assertThat(figures.errors()).isEmpty();
        assertThat(Figures.accepted(figures.surge()).count()).isEqualTo(20);
        assertThat(figures.share(figures.surge().with(503))).isEqualTo(0.25);
    }

    @Test
    void any_other_answer_and_none_are_errors() {
        assertThat(figures(surge(201, 201, 201, 500), CALM).errors()).containsExactly("10 answers 500");
        assertThat(figures(surge(201, 201, 201, 0), CALM).errors()).containsExactly("10 requests without an answer");
    }

    @Test
    void a_load_that_could_not_be_offered_says_nothing() {
        assertThat(figures(surge(201, 201, 201), CALM).errors())
                .containsExactly("only 3 requests/s of 4 could be offered");
    }

    @Test
    void the_first_calm_second_is_the_end_of_it() {
        Replies after = light(second -> second < 2 ? reply(second, 50, 201) : reply(second, 39, 201));

        assertThat(figures(surge(201, 201, 201, 503), after).recovered()).hasValue(3);
    }

    @Test
    void a_second_that_turned_someone_away_quickly_is_not_calm() {
        Replies after = light(second -> reply(second, 1, 503));
        Figures figures = figures(surge(201, 201, 201, 503), after);

        assertThat(figures.recovered()).isEmpty();
        assertThat(figures.errors()).containsExactly("no second of the 10 after the surge was as before");
    }

    private static Figures figures(Replies surge, Replies after) {
        return new Figures(2, LENGTH, CALM, surge, after);
    }

    private static Replies surge(int... perSecond) {
        return new Replies(IntStream.range(0, 10)
                .boxed()
                .flatMap(second -> IntStream.of(perSecond).mapToObj(status -> reply(second, 5, status)))
                .toList());
    }

    private static Replies light(IntFunction<Reply> each) {
        return new Replies(IntStream.range(0, 10).mapToObj(each).toList());
    }

    private static Reply reply(int second, int millis, int status) {
        return new Reply(second * 1_000_000_000L, millis * 1_000_000L, status);
    }
}
