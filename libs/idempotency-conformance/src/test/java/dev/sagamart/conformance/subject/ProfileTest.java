package dev.sagamart.conformance.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileTest {
    @TempDir
    private Path folder;

    @Test
    void a_later_profile_overrides_an_earlier_one() throws Exception {
        Profile profile = Profile.of(List.of("sagamart", file("write.path=/elsewhere")));

        assertThat(profile.write().path()).isEqualTo("/elsewhere");
        assertThat(profile.write().body()).isEqualTo("{\"amount\":7}");
    }

    @Test
    void a_key_that_nobody_reads_is_refused() {
        assertThatThrownBy(() -> Profile.of(List.of("sagamart", file("write.boddy={}"))))
                .hasMessage("a profile has no key write.boddy");
    }

    @Test
    void a_profile_needs_a_write_and_a_way_to_see_its_effect() {
        assertThatThrownBy(() -> Profile.of(List.of(file("effect.path=/x"))))
                .hasMessage("the profile has no write.path");
        assertThatThrownBy(() -> Profile.of(List.of(file("write.path=/x"))))
                .hasMessage("the profile has no effect.path");
    }

    @Test
    void a_hook_is_a_line_of_shell_and_what_has_none_is_not_possible() throws Exception {
        Path trace = folder.resolve("trace");
        Faults hooks = Profile.of(List.of("sagamart", file("hook.store-flush=echo done > " + trace)))
                .hooks();

        hooks.cause(Fault.STORE_FLUSH);

        assertThat(trace).hasContent("done");
        assertThat(hooks.possible(Fault.STORE_FLUSH)).isTrue();
        assertThat(hooks.possible(Fault.STORE_KILL)).isFalse();
    }

    @Test
    void a_hook_that_fails_is_told() throws Exception {
        Faults hooks =
                Profile.of(List.of("sagamart", file("hook.store-kill=exit 3"))).hooks();

        assertThatThrownBy(() -> hooks.cause(Fault.STORE_KILL)).hasMessage("exit code 3 of: exit 3");
    }

    @Test
    void all_faults_can_be_caused_in_a_suite_that_runs_on_this_machine() {
        Faults hooks = Profile.of(List.of("sagamart", "sagamart-faults")).hooks();

        assertThat(Fault.values()).allMatch(hooks::possible);
    }

    private String file(String lines) throws Exception {
        return Files.writeString(Files.createTempFile(folder, "profile", ".properties"), lines)
                .toString();
    }
}
