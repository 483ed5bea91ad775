package dev.sagamart.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ChildProcessTest {
    /** Starts a program that would run for long, and says which process it is. */
    static final class Parent {
        public static void main(String[] none) throws Exception {
            Process child = ChildProcess.start(new ProcessBuilder("sleep", "600"));
            System.out.println(child.pid());
            child.waitFor();
        }
    }

    @Test
    void a_program_ends_with_the_one_that_started_it() throws IOException {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName())
                .start();
        try (var output = new BufferedReader(new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))) {
            ProcessHandle child =
                    ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
            try {
                parent.destroy();

                assertThat(parent.onExit()).succeedsWithin(Duration.ofSeconds(30));
                assertThat(child.isAlive()).isFalse();
            } finally {
                child.destroy();
            }
        } finally {
            parent.destroyForcibly();
        }
    }
}
