package dev.sagamart.chaos.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_METHOD)
class OneStrikeTest {
    private final List<Struck> begun = new ArrayList<>();
    private final List<Struck> ended = new ArrayList<>();
    private final AtomicInteger healed = new AtomicInteger();

    @Test
    void a_fault_is_healed_and_then_proven() {
        strike(() -> Blow.of(Duration.ZERO, healed::incrementAndGet, () -> new Proof("healed", healed.get())));

        assertThat(begun)
                .singleElement()
                .satisfies(one -> assertThat(one.isInvalid()).isFalse());
        assertThat(ended).singleElement().satisfies(one -> {
            assertThat(one.isInvalid()).isFalse();
            assertThat(one.proof()).isEqualTo(new Proof("healed", 1));
        });
    }

    @Test
    void a_fault_that_nobody_felt_makes_the_run_invalid() {
        strike(() -> Blow.done(new Proof("nothing", 0)));

        assertThat(ended)
                .singleElement()
                .satisfies(one -> assertThat(one.isInvalid()).isTrue());
    }

    @Test
    void a_fault_lasts_until_somebody_has_felt_it() {
        var looks = new AtomicInteger();

        strike(() -> Blow.feltByOthers(
                Duration.ZERO,
                healed::incrementAndGet,
                () -> new Proof("felt at the third look", looks.incrementAndGet() < 3 ? 0 : 1)));

        assertThat(ended)
                .singleElement()
                .satisfies(one -> assertThat(one.isInvalid()).isFalse());
        assertThat(healed).hasValue(1);
    }

    @Test
    void a_fault_without_proof_is_healed_all_the_same() {
        strike(() -> Blow.feltByOthers(Duration.ZERO, healed::incrementAndGet, () -> {
            throw new IllegalStateException("no proof");
        }));

        assertThat(healed).hasValue(1);
        assertThat(ended).singleElement().satisfies(one -> {
            assertThat(one.isInvalid()).isTrue();
            assertThat(one.error()).contains("no proof");
        });
    }

    @Test
    void healing_twice_heals_once() {
        Strike strike = Blow.of(Duration.ZERO, healed::incrementAndGet, () -> new Proof("done", 1));

        strike.heal();
        strike.heal();

        assertThat(healed).hasValue(1);
    }

    private void strike(Supplier<Strike> blow) {
        var fault = new CatalogueEntry("X00", "a fault", 1, false, (cluster, random) -> new Aim("it", Set.of(), blow));
        new OneStrike(1, fault, new Aim("it", Set.of(), blow), new FaultLog() {
                    @Override
                    public void began(Struck one) {
                        begun.add(one);
                    }

                    @Override
                    public void ended(Struck one) {
                        ended.add(one);
                    }
                })
                .run();
    }
}
