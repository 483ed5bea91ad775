package dev.sagamart.defaults.requests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 over the operation and the request as it was understood. */
final class Fingerprint {
    private Fingerprint() {}

    static byte[] of(RequestKey key, byte[] request) {
        byte[] operation = key.operation().getBytes(UTF_8);
        MessageDigest digest = sha256();
        digest.update(
                ByteBuffer.allocate(Integer.BYTES).putInt(operation.length).flip());
        digest.update(operation);
        return digest.digest(request);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
