package dev.sagamart.local.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sagamart.local.infrastructure.ChildProcess;
import dev.sagamart.local.infrastructure.Launch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataLockTest {
    @TempDir
    Path data;

    @Test
    void a_second_suite_cannot_use_the_same_data() {
        try (var lock = DataLock.take(data)) {
            assertThatThrownBy(() -> DataLock.take(data)).isInstanceOf(SuiteFailed.class);
            assertThat(DataLock.owner(data)).contains(ProcessHandle.current());
            assertThat(lock).isNotNull();
        }
        DataLock.take(data).close();
    }

    @Test
    void what_a_dead_suite_left_running_is_ended() {
        var orphan = ChildProcess.start(new Launch("order", List.of("sleep", "600"), data));

        try (var lock = DataLock.take(data)) {
            assertThat(lock.clearLeftOvers()).containsExactly("order");
        }

        assertThat(orphan.isAlive()).isFalse();
    }

    @Test
    void a_reused_pid_is_left_alone() throws Exception {
        var stranger = ChildProcess.start(new Launch("stranger", List.of("sleep", "600"), data.resolve("elsewhere")));
        Files.createDirectories(data.resolve("pids"));
        Files.writeString(data.resolve("pids/order"), stranger.pid() + " 2020-01-01T00:00:00Z");

        try (var lock = DataLock.take(data)) {
            assertThat(lock.clearLeftOvers()).isEmpty();
        }

        assertThat(stranger.isAlive()).isTrue();
        stranger.kill();
    }

    @Test
    void a_fresh_start_deletes_everything_else() throws Exception {
        Files.createDirectories(data.resolve("postgres/base"));
        Files.writeString(data.resolve("postgres/base/1"), "row");

        try (var lock = DataLock.take(data)) {
            lock.deleteData();
        }

        assertThat(data.resolve("postgres")).doesNotExist();
    }
}
