package dev.sagamart.defaults.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;
import java.util.zip.CRC32C;

/** Opaque page cursors: a position and its checksum, so that one we did not issue is noticed. */
final class Cursor {
    private Cursor() {}

    static String encode(String position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((checksum(position) + position).getBytes(UTF_8));
    }

    /** @return empty if this is no cursor of ours */
    static Optional<String> decode(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
            return Optional.of(text)
                    .filter(it -> it.length() > 8 && it.startsWith(checksum(it.substring(8))))
                    .map(it -> it.substring(8));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static String checksum(String position) {
        var crc = new CRC32C();
        crc.update(("sagamart:" + position).getBytes(UTF_8));
        return "%08x".formatted(crc.getValue());
    }
}
