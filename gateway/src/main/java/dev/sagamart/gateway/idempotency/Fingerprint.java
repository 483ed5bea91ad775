package dev.sagamart.gateway.idempotency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** SHA-256 over everything that makes two requests the same one; each part goes in with its length before it. */
final class Fingerprint {

    private final MessageDigest digest = sha256();

    private Fingerprint() {}

    static String of(ServerHttpRequest request, byte[] body) {
        return new Fingerprint()
                .add(request.getMethod().name())
                .add(request.getURI().getRawPath())
                .add(request.getURI().getRawQuery())
                .add(request.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE))
                .add(body)
                .hex();
    }

    private Fingerprint add(@Nullable String part) {
        return add(part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8));
    }

    private Fingerprint add(byte[] part) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
        digest.update(part);
        return this;
    }

    private String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
