package dev.sagamart.faultagent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagamart.faultagent.program.Till;
import dev.sagamart.messaging.MessagingAutoConfiguration;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultAgentIT {
    @TempDir
    Path folder;

    private FaultControl control;

    @BeforeEach
    void chooseTheControlFile() {
        control = new FaultControl(folder.resolve("till-1"));
    }

    private ChildJvm till() throws IOException {
        return till(control.jvmArgument(ChildJvm.AGENT));
    }

    private static ChildJvm till(String agent) throws IOException {
        return ChildJvm.start(List.of(agent), ChildJvm.classPath(), Till.class);
    }

    @Test
    void without_an_order_nothing_happens() throws Exception {
        try (ChildJvm till = till()) {
            assertThat(till.hear()).isEqualTo("open");

            assertThat(till.say("pay")).isEqualTo("till 10");
            assertThat(till.say("pay")).isEqualTo("till 10");
            assertThat(till.say("refund")).isEqualTo("till 0");
        }
        assertThat(control.journal()).isEmpty();
    }

    @Test
    void a_process_dies_at_the_passing_it_was_told_to_and_leaves_a_note() throws Exception {
        try (ChildJvm till = till()) {
            till.hear();
            control.crash(CrashPoint.CP2, 2);
            await().until(control::isTaken);
            assertThat(till.hear()).isEqualTo("[fault-agent] armed crash CP2 2");

            assertThat(till.say("pay")).isEqualTo("till 10");
            assertThat(till.say("pay")).isEqualTo("[fault-agent] crash CP2 in main");

            assertThat(till.exitCode()).isEqualTo(137);
            assertThat(till.hearAll()).isEmpty();
        }
        assertThat(control.crashes(CrashPoint.CP2)).isOne();
    }

    @Test
    void an_order_from_before_the_start_counts() throws Exception {
        control.crash(CrashPoint.CP2, 1);

        try (ChildJvm till = till()) {
            assertThat(till.hear()).isEqualTo("[fault-agent] armed crash CP2 1");
            assertThat(till.hear()).isEqualTo("open");
            till.say("pay");

            assertThat(till.exitCode()).isEqualTo(137);
        }
    }

    @Test
    void what_is_disarmed_does_not_happen() throws Exception {
        control.crash(CrashPoint.CP2, 1);
        try (ChildJvm till = till()) {
            till.hear();
            till.hear();

            control.disarm();
            await().until(control::isTaken);
            till.hear();

            assertThat(till.say("pay")).isEqualTo("till 10");
        }
    }

    @Test
    void a_point_that_is_not_in_the_process_cannot_be_armed() throws Exception {
        control.crash(CrashPoint.CP7, 1);

        try (ChildJvm till = till()) {
            assertThat(till.hearAll()).contains("refuses to go on").contains("there is no CP7 in this process");
            assertThat(till.exitCode()).isEqualTo(3);
        }
    }

    @Test
    void an_order_that_nobody_understands_ends_the_process() throws Exception {
        Files.writeString(folder.resolve("till-1"), "crush CP2\n");

        try (ChildJvm till = till()) {
            assertThat(till.hearAll()).contains("not an order: crush CP2");
            assertThat(till.exitCode()).isEqualTo(3);
        }
    }

    @Test
    void a_process_does_not_start_when_a_place_is_gone() throws Exception {
        Path only = copy(MessagingAutoConfiguration.class);

        try (ChildJvm till =
                ChildJvm.start(List.of(control.jvmArgument(ChildJvm.AGENT)), only.toString(), Till.class)) {
            assertThat(till.hearAll())
                    .contains("CP4: no class dev.sagamart.messaging.listening.BatchListener")
                    .doesNotContain("CP7");
            assertThat(till.exitCode()).isEqualTo(3);
        }
    }

    private Path copy(Class<?> type) throws IOException {
        String name = type.getName().replace('.', '/') + ".class";
        Path copy = folder.resolve("classes").resolve(name);
        Files.createDirectories(copy.getParent());
        try (InputStream code = type.getClassLoader().getResourceAsStream(name)) {
            Files.copy(code, copy);
        }
        return folder.resolve("classes");
    }

    @Test
    void a_process_does_not_start_when_the_agent_sees_nothing_of_it() throws Exception {
        try (ChildJvm till =
                ChildJvm.start(List.of(control.jvmArgument(ChildJvm.AGENT)), folder.toString(), Till.class)) {
            assertThat(till.hearAll()).contains("is the application unpacked?");
            assertThat(till.exitCode()).isEqualTo(3);
        }
    }

    @Test
    void a_mutant_is_another_program() throws Exception {
        try (ChildJvm till = till(Mutant.jvmArgument(ChildJvm.AGENT, List.of(Mutant.M1)))) {
            assertThat(till.hear()).isEqualTo("[fault-agent] mutants [M1]");
            assertThat(till.hear()).isEqualTo("open");

            assertThat(till.say("pay")).isEqualTo("till 10");
            assertThat(till.say("pay")).isEqualTo("till 20");
        }
    }
}
