package dev.sagamart.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.conformance.toy.Flaw;
import dev.sagamart.conformance.toy.ToyApi;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ConformanceTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void a_run_prints_a_row_per_case_and_ends_well_when_none_has_failed() {
        int exit = runAgainst(Set.of(), "--case", "replay", "--case", "expired-token", "--case", "store-flushed");

        assertThat(exit).isZero();
        assertThat(out.toString())
                .contains("CASE", "replay ", "201 three times, the same bytes, one effect")
                .contains("no way to get a token: expired")
                .contains("no hook.store-flush")
                .endsWith("1 PASS, 0 FAIL, 2 SKIPPED\n");
    }

    @Test
    void a_case_that_fails_is_named_with_what_was_got_and_makes_the_run_fail() throws Exception {
        Path report = folder.resolve("report.md");

        int exit = runAgainst(Set.of(Flaw.NO_FINGERPRINT), "--case", "other-body", "--report", report.toString());

        assertThat(exit).isOne();
        assertThat(out.toString()).contains("other-body", "FAIL", "0 PASS, 1 FAIL, 0 SKIPPED");
        assertThat(Files.readString(report)).contains("| other-body | FAIL | ", "instead of 422 REUSED");
    }

    @Test
    void the_list_names_all_cases_and_what_they_need() {
        assertThat(run(List.of("--list"))).isZero();

        assertThat(out.toString())
                .contains("replay ")
                .contains("(needs hook.store-flush)")
                .hasLineCount(Kit.cases().size());
    }

    @Test
    void a_mistake_in_the_command_line_is_not_a_failure_of_the_api() {
        assertThat(run(List.of())).isEqualTo(2);
        assertThat(run(List.of("--base-url", "http://localhost:1"))).isEqualTo(2);
        assertThat(run(List.of("--case", "no-such-case", "--list"))).isEqualTo(2);
        assertThat(run(List.of("--base-url", "nowhere", "--token-command", "echo x")))
                .isEqualTo(2);
        assertThat(run(List.of("--base-url", "http://localhost:1", "--token-command", "x", "--profile", "none")))
                .isEqualTo(2);

        assertThat(err.toString())
                .contains("--base-url is missing", "--token-command is missing", "there is no case no-such-case")
                .contains("not an absolute URL: nowhere", "no profile none");
    }

    private int runAgainst(Set<Flaw> flaws, String... more) {
        try (var api = new ToyApi(flaws)) {
            List<String> arguments =
                    new ArrayList<>(List.of("--base-url", api.target().baseUri() + "/"));
            arguments.addAll(List.of("--token-command", "echo good.{user}", "--profile", "toy"));
            arguments.addAll(List.of(more));
            return run(arguments);
        }
    }

    private int run(List<String> arguments) {
        return new CommandLine(new Conformance())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
    }
}
