package dev.sagamart.local.realm;

import dev.sagamart.local.suite.SuiteFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What a demo has to know of the file {@code .env} that {@code docker compose} reads.
 *
 * @param identity origin of Keycloak
 */
public record ContainerSettings(String identity, String identityAdminPassword, String usersPassword) {

    /** Reads lines of {@code NAME=value}; what is no such line is passed over. */
    public static ContainerSettings in(Path file) {
        if (!Files.isReadable(file)) {
            throw new SuiteFailed("There is no " + file + ", which docker compose has its passwords from; name it by"
                    + " --env-file, or see local/compose/README.md");
        }
        Map<String, String> values = new HashMap<>();
        try {
            for (String line : Files.readAllLines(file)) {
                int end = line.indexOf('=');
                if (end > 0 && !line.startsWith("#")) {
                    values.put(
                            line.substring(0, end).strip(),
                            line.substring(end + 1).strip());
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(file + ": " + failure, failure);
        }
        return new ContainerSettings(
                "http://localhost:" + values.getOrDefault("IDENTITY_PORT", "8090"),
                required(values, "IDENTITY_ADMIN_PASSWORD", file),
                required(values, "USERS_PASSWORD", file));
    }

    private static String required(Map<String, String> values, String name, Path file) {
        String value = values.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new SuiteFailed(file + " has no " + name);
        }
        return value;
    }

    @Override
    public String toString() {
        return "settings of " + identity;
    }
}
