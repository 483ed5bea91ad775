package dev.sagamart.defaults.deadletters;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Bytes as somebody wrote them.
 *
 * @param content the text if the bytes are UTF-8, else Base64; null if there were none
 * @param size how many bytes there are
 * @param truncated whether {@code content} is only their beginning
 */
record ContentDocument(Encoding encoding, @Nullable String content, int size, boolean truncated) {
    /** How bytes are shown. */
    enum Encoding {
        TEXT,
        BASE64
    }

    static ContentDocument of(byte @Nullable [] bytes, int most) {
        if (bytes == null) {
            return new ContentDocument(Encoding.TEXT, null, 0, false);
        }
        String text = text(bytes);
        return text == null
                ? new ContentDocument(
                        Encoding.BASE64,
                        Base64.getEncoder().encodeToString(Arrays.copyOf(bytes, Math.min(bytes.length, most))),
                        bytes.length,
                        bytes.length > most)
                : new ContentDocument(Encoding.TEXT, beginning(text, most), bytes.length, text.length() > most);
    }

    private static @Nullable String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException binary) {
            return null;
        }
    }

    private static String beginning(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
