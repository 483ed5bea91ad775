package dev.sagamart.k8s;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The committed rendering of an overlay, with a digest of what it was rendered from. */
final class Snapshot {
    private static final List<String> SOURCES = List.of(
            "base",
            "components",
            "database-roles",
            "overlays",
            "shape",
            "../local/compose/identity",
            "../local/compose/observability/dashboards");

    private Snapshot() {}

    static void write(Overlay overlay) throws IOException {
        String rendered = Kustomize.render(overlay.folder()).orElseThrow();
        Files.createDirectories(overlay.snapshot().getParent());
        Files.writeString(
                overlay.snapshot(),
                "# What overlays/" + overlay.label() + " renders to; written by RenderedTest.\n" + digestLine() + "\n"
                        + rendered);
    }

    static String digestLine() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            sources().forEach(file -> {
                digest.update(Repository.K8S.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Repository.read(file).getBytes(StandardCharsets.UTF_8));
            });
            return "# sources: " + HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Stream<Path> sources() {
        return SOURCES.stream()
                .flatMap(folder ->
                        Repository.files(Repository.K8S.resolve(folder).normalize(), "").stream());
    }
}
