package dev.sagamart.loadtests.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sagamart.loadtests.CannotMeasure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeerTest {
    private static final Effort EFFORT =
            new Effort(List.of(16, 64), 3, Duration.ofSeconds(6), Duration.ofSeconds(120), Duration.ofSeconds(20));

    @TempDir
    private Path folder;

    private Peer.Result measure(String script) throws IOException, InterruptedException {
        Path program = Files.createDirectories(folder.resolve("load")).resolve("run-matrix");
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new Peer(folder, "other").measure(EFFORT, List.of(Scenario.values()), folder.resolve("peer.log"));
    }

    @Test
    void a_peer_that_fails_is_told_with_the_place_of_what_it_said() {
        assertThatExceptionOfType(CannotMeasure.class)
                .isThrownBy(() -> measure("echo no database; exit 3"))
                .withMessageContaining("peer.log");

        assertThat(folder.resolve("peer.log")).hasContent("no database");
    }

    @Test
    void a_peer_is_told_what_to_measure_and_its_last_line_is_what_it_says_of_its_books() throws Exception {
        var result = measure("echo \"$1 $2 $CONNECTIONS $ROUNDS $SECS $FIRST_WARMUP $WARMUP\"; echo all is well");

        assertThat(folder.resolve("peer.log")).content().startsWith("other orders-hot 16 64 3 6 120 20\n");
        assertThat(result.books()).isEqualTo("all is well");
    }
}
