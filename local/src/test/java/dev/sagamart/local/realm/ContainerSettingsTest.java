package dev.sagamart.local.realm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sagamart.local.suite.SuiteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerSettingsTest {
    @TempDir
    Path folder;

    @Test
    void the_example_in_the_repository_has_what_is_needed() {
        var settings = ContainerSettings.in(SuiteOptions.findRoot().resolve(".env.example"));

        assertThat(settings).isEqualTo(new ContainerSettings("http://localhost:8090", "change-me", "change-me"));
    }

    @Test
    void a_value_may_contain_an_equals_sign_and_a_port_may_be_left_out() throws IOException {
        var settings =
                ContainerSettings.in(file("# IDENTITY_PORT=1\nUSERS_PASSWORD=a=b\n\nIDENTITY_ADMIN_PASSWORD = c"));

        assertThat(settings).isEqualTo(new ContainerSettings("http://localhost:8090", "c", "a=b"));
    }

    @Test
    void what_is_missing_is_named_and_no_password_is_shown() throws IOException {
        Path incomplete = file("USERS_PASSWORD=secret");

        assertThatThrownBy(() -> ContainerSettings.in(incomplete))
                .hasMessageContaining("IDENTITY_ADMIN_PASSWORD")
                .hasMessageNotContaining("secret");
        assertThat(new ContainerSettings("origin", "secret", "secret"))
                .asString()
                .doesNotContain("secret");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("some.env"), text);
    }
}
