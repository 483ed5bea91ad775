package dev.sagamart.conformance.subject;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/** The lines of profiles; a key that nobody reads is a mistake and refused. */
final class Settings {
    private static final Pattern KNOWN = Pattern.compile(
            "(write|other-endpoint|text|invalid|refusal)"
                    + "\\.(method|path|content-type|body|outcome|role)"
                    + "|write\\.other-(body|white-space|query)|text\\.(pointer|value)"
                    + "|effect\\.(path|pointer|amount|delay-millis)"
                    + "|answer\\.(in-progress|reused|missing|malformed|unauthenticated|too-large|unknown-request|code-pointer"
                    + "|replayed-header|degraded-header)"
                    + "|key\\.(header|min-length|max-length|quoted|bad-characters)"
                    + "|requests\\.(path|state-pointer|processing|completed|status-pointer|location-pointer)"
                    + "|limit\\.body-bytes|crowd\\.(duplicates|burst|connections)|lease-millis|work-limit-millis|patience-seconds"
                    + "|hook\\.(store-(pause|resume|kill|start|flush)|gateway-(kill|start)|upstream-(pause|resume|kill|start))");

    private final Properties lines;

    private Settings(Properties lines) {
        this.lines = lines;
    }

    static Settings read(List<String> sources) {
        var lines = new Properties();
        sources.forEach(source -> load(source, lines));
        lines.stringPropertyNames().stream()
                .filter(key -> !KNOWN.matcher(key).matches())
                .findFirst()
                .ifPresent(key -> {
                    throw new IllegalArgumentException("a profile has no key " + key);
                });
        return new Settings(lines);
    }

    private static void load(String source, Properties lines) {
        try (InputStream in = open(source)) {
            lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new IllegalArgumentException("no profile " + source + ": " + failure.getMessage(), failure);
        }
    }

    private static InputStream open(String source) throws IOException {
        InputStream builtIn = Settings.class.getResourceAsStream("/profiles/" + source + ".properties");
        return builtIn != null ? builtIn : Files.newInputStream(Path.of(source));
    }

    static IllegalArgumentException missing(String key) {
        return new IllegalArgumentException("the profile has no " + key);
    }

    Optional<String> find(String key) {
        return Optional.ofNullable(lines.getProperty(key));
    }

    String get(String key, String otherwise) {
        return lines.getProperty(key, otherwise);
    }

    String require(String key) {
        return find(key).orElseThrow(() -> missing(key));
    }

    long number(String key, long otherwise) {
        return find(key).map(Long::valueOf).orElse(otherwise);
    }
}
