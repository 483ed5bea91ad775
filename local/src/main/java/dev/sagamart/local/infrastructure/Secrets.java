package dev.sagamart.local.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Passwords derived from one random secret per data folder: nothing is fixed, and nothing changes over a restart. */
public final class Secrets {
    private static final int SECRET_BYTES = 32;
    private static final int PASSWORD_BYTES = 18;

    private final byte[] secret;

    private Secrets(byte[] secret) {
        this.secret = secret;
    }

    /** Reads the secret of the folder, or makes one readable by its owner only. */
    public static Secrets in(Path folder) {
        Path file = folder.resolve("secret");
        try {
            Files.createDirectories(folder);
            if (!Files.exists(file)) {
                var fresh = new byte[SECRET_BYTES];
                new SecureRandom().nextBytes(fresh);
                writePrivately(file, fresh);
            }
            return new Secrets(Files.readAllBytes(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Writes a file that only its owner may read, whole or not at all. */
    public static void writePrivately(Path file, byte[] content) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        if (part.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.write(part, content);
        Files.move(part, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    /** The password for a purpose, such as the name of a database role. */
    public String password(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            byte[] derived = mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(java.util.Arrays.copyOf(derived, PASSWORD_BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
