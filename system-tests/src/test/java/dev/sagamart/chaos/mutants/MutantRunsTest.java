package dev.sagamart.chaos.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.chaos.report.Judgement;
import dev.sagamart.chaos.report.Verdict;
import dev.sagamart.faultagent.Mutant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MutantRunsTest {
    private static Outcome judge(Verdict verdict, String... reasons) {
        return MutantRuns.judge(Mutant.M9, Set.of("I12", "I13"), new Judgement(verdict, List.of(reasons)));
    }

    @Test
    void a_defect_is_caught_by_the_invariant_that_it_breaks() {
        Outcome outcome =
                judge(Verdict.FAIL, "I12 (at rest): Sales are counted as they were completed.\n    1: 3 for 2");

        assertThat(outcome.isCaught()).isTrue();
        assertThat(outcome.verdict()).isEqualTo("CAUGHT by I12");
    }

    @Test
    void an_invariant_that_has_nothing_to_do_with_it_catches_nothing() {
        assertThat(judge(Verdict.FAIL, "I1 (at rest): A balance is the sum of its ledger.")
                        .isCaught())
                .isFalse();
    }

    @Test
    void a_run_that_passes_or_says_nothing_catches_nothing() {
        assertThat(judge(Verdict.PASS).verdict()).isEqualTo("SURVIVED");
        assertThat(judge(Verdict.INVALID, "I12 was not looked at").verdict()).isEqualTo("SURVIVED");
    }
}
