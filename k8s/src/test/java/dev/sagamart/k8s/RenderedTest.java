package dev.sagamart.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The committed rendering is what reviewers see, and what the other tests read where there is no Kustomize. With
 * {@code -Dsagamart.docs.update=true} it is written anew, and so are the alerts.
 */
class RenderedTest {
    private static final String HOW = "run this test with -Dsagamart.docs.update=true where kubectl is";

    @BeforeEach
    void update() throws IOException {
        if (Boolean.getBoolean("sagamart.docs.update")) {
            Alerts.write();
            for (Overlay overlay : Overlay.values()) {
                Snapshot.write(overlay);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void it_was_rendered_from_these_sources(Overlay overlay) throws IOException {
        assertThat(Files.readAllLines(overlay.snapshot())).as(HOW).contains(Snapshot.digestLine());
    }

    @ParameterizedTest
    @EnumSource
    void it_is_what_kustomize_renders(Overlay overlay) {
        var committed = Overlay.parse(Repository.read(overlay.snapshot()));

        assertThat(committed).as(HOW).containsExactlyInAnyOrderElementsOf(overlay.manifests());
    }
}
