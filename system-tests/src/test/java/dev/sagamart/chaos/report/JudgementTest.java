package dev.sagamart.chaos.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.chaos.faults.Proof;
import dev.sagamart.chaos.faults.Struck;
import dev.sagamart.chaos.history.Tally;
import dev.sagamart.chaos.oracle.Finding;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JudgementTest {
    static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final Finding FINE = new Finding("I1", "A balance is the sum of its ledger.", "at rest", List.of());
    private static final Finding BROKEN = new Finding(
            "I1", "A balance is the sum of its ledger.", "at rest", List.of("user_id mina, balance 7, ledger 8"));

    @Test
    void a_run_in_which_everything_held_and_enough_has_happened_passes() {
        var judgement = Judgement.of(run(List.of(FINE), struck(new Proof("kills", 1), null), 5));

        assertThat(judgement).isEqualTo(new Judgement(Verdict.PASS, List.of()));
        assertThat(judgement.verdict().exitCode()).isZero();
    }

    @Test
    void one_broken_sentence_fails_the_run_and_shows_the_rows() {
        var judgement = Judgement.of(run(List.of(FINE, BROKEN), struck(new Proof("kills", 0), null), 0));

        assertThat(judgement.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(judgement.verdict().exitCode()).isEqualTo(1);
        assertThat(judgement.reasons()).singleElement().asString().contains("I1", "at rest", "balance 7, ledger 8");
    }

    @Test
    void a_fault_that_nobody_felt_makes_the_run_invalid() {
        var judgement = Judgement.of(run(List.of(FINE), struck(new Proof("resets", 0), null), 5));

        assertThat(judgement.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(judgement.verdict().exitCode()).isEqualTo(2);
        assertThat(judgement.reasons()).containsExactly("X01 on order-1: no effect was seen (resets: 0)");
    }

    @Test
    void a_fault_that_could_not_be_done_makes_the_run_invalid() {
        var judgement = Judgement.of(run(List.of(FINE), struck(new Proof("resets", 3), "no such process"), 5));

        assertThat(judgement.reasons()).containsExactly("X01 on order-1: no such process");
    }

    @Test
    void a_run_that_has_not_come_far_enough_is_invalid() {
        var judgement = Judgement.of(run(List.of(FINE), struck(new Proof("kills", 1), null), 4));

        assertThat(judgement.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(judgement.reasons()).containsExactly("only 4 compensations, 5 are needed");
    }

    @Test
    void a_run_without_faults_is_invalid() {
        assertThat(Judgement.of(run(List.of(FINE), null, 5)).reasons()).containsExactly("there was no fault at all");
    }

    @Test
    void a_run_that_nobody_watched_is_invalid() {
        Run run = run(List.of(FINE), struck(new Proof("kills", 1), null), 5);
        var blind = new Run(
                run.seed(),
                run.minutes(),
                run.command(),
                run.folder(),
                run.phases(),
                run.struck(),
                run.findings(),
                run.figures(),
                run.minima(),
                10,
                run.tally());

        assertThat(Judgement.of(blind).reasons()).containsExactly("only 10 looks under fire");
    }

    static Run run(List<Finding> findings, @Nullable Struck struck, long compensations) {
        return new Run(
                7,
                3,
                "./run chaos --seed 7",
                Path.of("."),
                List.of(
                        new Phase("start", START),
                        new Phase("faults <&>", START.plusSeconds(40)),
                        new Phase("end", START.plusSeconds(60))),
                struck == null ? List.of() : List.of(struck),
                findings,
                Map.of("compensations", compensations),
                List.of(new Minimum("compensations", 5)),
                1000,
                new Tally());
    }

    static Struck struck(Proof proof, @Nullable String error) {
        return new Struck(
                1, "X01", "kill a service", "order-1", START.plusSeconds(50), START.plusSeconds(55), proof, error);
    }
}
