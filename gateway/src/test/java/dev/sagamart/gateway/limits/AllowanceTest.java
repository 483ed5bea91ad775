package dev.sagamart.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AllowanceTest {

    private static final Limit LIMIT = new Limit("user", 10, 50);
    private static final long TENTH = Duration.ofMillis(100).toNanos();

    private final Allowance allowance = new Allowance("u1", LIMIT, 0);

    @Test
    void a_burst_is_admitted_and_then_the_rate() {
        assertThat(IntStream.range(0, 60)
                        .filter(i -> allowance.ask(0).admitted())
                        .count())
                .isEqualTo(50);

        assertThat(allowance.ask(TENTH - 1).admitted()).isFalse();
        assertThat(allowance.ask(TENTH).admitted()).isTrue();
        assertThat(allowance.ask(TENTH).admitted()).isFalse();
    }

    @Test
    void over_a_long_time_no_more_than_the_rate_and_one_burst_are_admitted() {
        long admitted = IntStream.range(0, 10_000)
                .filter(i -> allowance.ask(i * TENTH / 10).admitted())
                .count();

        assertThat(admitted).isEqualTo(1_000 + 50 - 1);
    }

    @Test
    void a_verdict_tells_how_the_caller_stands() {
        var first = allowance.ask(0);
        use(49);
        var refused = allowance.ask(0);

        assertThat(first.standing()).isEqualTo("\"user\";r=49;t=1");
        assertThat(refused.standing()).isEqualTo("\"user\";r=0;t=5");
        assertThat(refused.retryAfter()).isEqualTo("1");
        assertThat(LIMIT.policy()).isEqualTo("\"user\";q=50;w=5");
    }

    @Test
    void a_caller_who_uses_little_is_not_worth_sharing() {
        use(5);
        assertThat(allowance.enqueue(0)).isFalse();

        use(1);
        assertThat(allowance.enqueue(0)).isTrue();
        assertThat(allowance.enqueue(0)).isFalse();
        assertThat(allowance.takeUnshared(0)).isEqualTo(6);
        assertThat(allowance.enqueue(0)).isTrue();
    }

    @Test
    void what_is_paid_off_already_is_not_shared() {
        use(20);

        assertThat(allowance.takeUnshared(15 * TENTH)).isEqualTo(5);
        assertThat(allowance.takeUnshared(15 * TENTH)).isZero();
    }

    @Test
    void what_others_admitted_counts_and_what_was_admitted_meanwhile_too() {
        use(10);
        allowance.takeUnshared(0);
        use(5);

        allowance.learn(0, 40 * TENTH);

        assertThat(IntStream.range(0, 50)
                        .filter(i -> allowance.ask(0).admitted())
                        .count())
                .isEqualTo(5);
    }

    @Test
    void a_store_that_forgot_does_not_forgive() {
        use(50);

        allowance.learn(0, 0);

        assertThat(allowance.ask(0).admitted()).isFalse();
    }

    private void use(int times) {
        for (int i = 0; i < times; i++) {
            allowance.ask(0);
        }
    }
}
