package dev.sagamart.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.conformance.cases.Case;
import dev.sagamart.conformance.toy.Flaw;
import dev.sagamart.conformance.toy.ToyApi;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each case has been seen red, because something is wrong that it is there for; and green, because nothing is. */
@Execution(ExecutionMode.CONCURRENT)
class FlawsAreFoundTest {

    @Test
    void an_api_without_flaws_passes_all_cases() {
        assertThat(run(Set.of()))
                .allSatisfy(result ->
                        assertThat(result.verdict()).as(result.toString()).isEqualTo(Verdict.PASS));
    }

    @ParameterizedTest
    @EnumSource
    void a_flaw_is_found_by_just_the_cases_that_are_there_for_it(Flaw flaw) {
        List<Result> failed = run(flaw.withOthers()).stream()
                .filter(result -> result.verdict() != Verdict.PASS)
                .toList();

        assertThat(failed)
                .as(failed.toString())
                .extracting(Result::name)
                .containsExactlyInAnyOrderElementsOf(Findings.of(flaw));
    }

    @Test
    void every_case_finds_a_flaw_that_few_others_find() {
        assertThat(Kit.cases()).extracting(Case::name).containsExactlyInAnyOrderElementsOf(Findings.bySharpCases());
    }

    private static List<Result> run(Set<Flaw> flaws) {
        try (var api = new ToyApi(flaws);
                var kit = new Kit(api.target())) {
            return Kit.cases().stream().map(kit::run).toList();
        }
    }
}
