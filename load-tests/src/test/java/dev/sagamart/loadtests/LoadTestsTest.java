package dev.sagamart.loadtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadTestsTest {
    private final StringWriter errors = new StringWriter();

    @ParameterizedTest
    @CsvSource({
        "compare --instances 0, '--instances is 1 to 3, not 0'",
        "compare --instances 4, '--instances is 1 to 3, not 4'",
        "compare --filled -100, '--filled is a multiple of 100 up to 100000000, not -100'",
        "compare --filled 150, '--filled is a multiple of 100 up to 100000000, not 150'",
        "compare --rounds 0, '--rounds is at least 1, not 0'",
        "'compare --connections 64,-1', '--connections is at least 1, not -1'",
        "compare --peer src, '--peer src: there is no program load/run-matrix in it'",
        "surge --seconds 0, '--seconds is at least 1, not 0'"
    })
    void an_option_out_of_range_is_told_and_nothing_is_started(String command, String message) {
        int exit = LoadTests.commandLine().setErr(new PrintWriter(errors)).execute(command.split(" "));

        assertThat(exit).isEqualTo(2);
        assertThat(errors.toString()).contains(message);
    }

    @Test
    void the_options_explain_themselves() {
        assertThat(help("compare")).contains("--instances=N", "--filled=ORDERS");
        assertThat(help("surge")).contains("--seconds", "no recovery within 10 s");
    }

    private static String help(String command) {
        var output = new StringWriter();
        LoadTests.commandLine().setOut(new PrintWriter(output)).execute(command, "--help");
        return output.toString();
    }
}
