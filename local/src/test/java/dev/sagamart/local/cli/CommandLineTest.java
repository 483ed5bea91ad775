package dev.sagamart.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    @TempDir
    Path data;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "demo",
                "token",
                "status",
                "stop",
                "start",
                "restart",
                "kill",
                "logs",
                "bench",
                "audit",
                "sagas",
                "sagas list",
                "sagas show",
                "sagas retry",
                "sagas compensate",
                "dead-letters",
                "dead-letters list",
                "dead-letters show",
                "dead-letters replay",
                "dead-letters discard",
                "timeline",
                "rebuild-ranking"
            })
    void every_command_explains_itself(String command) {
        var output = new StringWriter();

        int exit = Main.commandLine().setOut(new PrintWriter(output)).execute((command + " --help").split(" "));

        assertThat(exit).isZero();
        assertThat(output.toString()).contains("Usage: ./run " + command).contains("--port-offset");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status",
                "stop",
                "kill order",
                "bench order",
                "sagas",
                "rebuild-ranking",
                "timeline 00000000-0000-0000-0000-000000000001"
            })
    void without_a_suite_a_command_says_so_and_fails(String command) {
        var errors = new StringWriter();

        int exit = Main.commandLine()
                .setErr(new PrintWriter(errors, true))
                .execute((command + " --data " + data).split(" "));

        assertThat(exit).isOne();
        assertThat(errors.toString()).contains("No suite runs here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port-offset=-1", "--port-offset=60000", "--only=nobody"})
    void a_senseless_option_is_refused_before_anything_starts(String option) {
        var errors = new StringWriter();

        int exit = Main.commandLine()
                .setErr(new PrintWriter(errors, true))
                .execute("run", option, "--data", data.toString());

        assertThat(exit).isOne();
        assertThat(errors.toString()).isNotBlank();
        assertThat(data).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "charge-log"})
    void a_load_test_is_a_program_that_has_to_be_built(String benchmark, @TempDir Path root) throws IOException {
        Files.createFile(root.resolve("run"));
        Files.createFile(Files.createDirectory(root.resolve("local")).resolve("pom.xml"));
        String before = System.setProperty("sagamart.root", root.toString());
        var errors = new StringWriter();

        int exit =
                Main.commandLine().setErr(new PrintWriter(errors, true)).execute("bench", benchmark, "--rounds", "1");

        restore(before);
        assertThat(exit).isOne();
        assertThat(errors.toString()).contains("mvn").contains(benchmark).contains("load-tests");
    }

    private static void restore(@Nullable String before) {
        if (before == null) {
            System.clearProperty("sagamart.root");
        } else {
            System.setProperty("sagamart.root", before);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--against localhost:8080                         | wants the origin of a gateway",
                "--against http://localhost:1 --port-offset 100   | --port-offset 100 is not",
                "--against http://localhost:1 --env-file no.env   | There is no no.env",
                "--env-file no.env                                | goes together with --against"
            })
    void a_demo_elsewhere_says_what_it_wants(String options, String message) {
        var errors = new StringWriter();

        int exit = Main.commandLine().setErr(new PrintWriter(errors, true)).execute(("demo " + options).split(" "));

        assertThat(exit).isOne();
        assertThat(errors.toString()).contains(message);
    }

    @Test
    void nothing_is_called_off_without_a_reason() {
        assertThat(Main.commandLine()
                        .setErr(new PrintWriter(new StringWriter()))
                        .execute("sagas", "compensate", "00000000-0000-0000-0000-000000000001"))
                .isEqualTo(2);
    }

    @Test
    void an_unknown_command_is_a_usage_error() {
        assertThat(Main.commandLine()
                        .setErr(new PrintWriter(new StringWriter()))
                        .execute("dance"))
                .isEqualTo(2);
    }
}
