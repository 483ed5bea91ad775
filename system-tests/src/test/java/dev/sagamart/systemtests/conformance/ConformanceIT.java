package dev.sagamart.systemtests.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.conformance.Kit;
import dev.sagamart.conformance.Report;
import dev.sagamart.conformance.Result;
import dev.sagamart.conformance.Verdict;
import dev.sagamart.conformance.cases.Case;
import dev.sagamart.conformance.subject.Profile;
import dev.sagamart.conformance.subject.Target;
import dev.sagamart.systemtests.suite.SuiteUnderTest;
import dev.sagamart.systemtests.suite.SystemTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;

/** Every case of the kit, none of which may be skipped; {@code target/conformance.md} tells what the suite did. */
@SystemTest
@Order(7)
class ConformanceIT {
    private static final Path REPORT = Path.of("target", "conformance.md");

    private final Kit kit;
    private final List<Result> results = new ArrayList<>();

    ConformanceIT(SuiteUnderTest suite) {
        kit = new Kit(new Target(
                URI.create(suite.gateway()),
                new MintedTokens(suite.mint()),
                Profile.of(List.of("sagamart")),
                SuiteFaults.of(suite)));
    }

    @TestFactory
    Stream<DynamicTest> the_suite_keeps_each_promise_about_idempotency_keys() {
        return chosen().map(one -> DynamicTest.dynamicTest(one.name() + ": " + one.expected(), () -> check(one)));
    }

    /** All, or those that {@code -Dconformance.case=NAME,…} names. */
    private static Stream<Case> chosen() {
        List<String> names = List.of(System.getProperty("conformance.case", "").split(","));
        return Kit.cases().stream().filter(one -> names.equals(List.of("")) || names.contains(one.name()));
    }

    private void check(Case one) {
        Result result = kit.run(one);

        results.add(result);
        System.out.println(Report.row(result));
        assertThat(result.verdict()).as(result.got()).isEqualTo(Verdict.PASS);
    }

    @AfterAll
    void writeReport() throws IOException {
        kit.close();
        Files.writeString(REPORT, Report.markdown("Idempotency conformance of Sagamart", results));
    }
}
