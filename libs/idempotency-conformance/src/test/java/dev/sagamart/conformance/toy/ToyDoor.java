package dev.sagamart.conformance.toy;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** What the gateway reads from a connection: who, which key, which body. */
record ToyDoor(Set<Flaw> flaws, HttpExchange exchange) {
    private static final int LIMIT = 4096;
    private static final Pattern KEY = Pattern.compile("(\"?)([A-Za-z0-9._:-]{8,128})\\1");

    /** Tokens are {@code good.NAME} and {@code expired.NAME}. */
    Optional<String> user() {
        String token = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        return Optional.of(token)
                .filter(text -> text.startsWith("Bearer good.")
                        || text.startsWith("Bearer expired.") && flaws.contains(Flaw.TAKES_OLD_TOKENS))
                .map(text -> text.substring(text.indexOf('.') + 1));
    }

    String key() throws Refused {
        List<String> given = exchange.getRequestHeaders().getOrDefault("Idempotency-Key", List.of());
        if (given.isEmpty() && flaws.contains(Flaw.NEEDS_NO_KEY)) {
            return UUID.randomUUID().toString();
        }
        if (given.isEmpty()) {
            throw new Refused(400, "KEY_MISSING");
        }
        var form = KEY.matcher(given.getFirst());
        if (flaws.contains(Flaw.TAKES_ANY_KEY)) {
            return form.matches() ? form.group(2) : given.getFirst();
        }
        if (given.size() > 1 || !form.matches()) {
            throw new Refused(400, "KEY_MALFORMED");
        }
        return flaws.contains(Flaw.QUOTES_COUNT) ? given.getFirst() : form.group(2);
    }

    byte[] body() throws IOException, Refused {
        long announced = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Length"))
                .map(Long::valueOf)
                .orElse(-1L);
        if (announced > limit()) {
            throw new Refused(413, "TOO_LARGE");
        }
        var body = new ByteArrayOutputStream();
        long read = read(exchange.getRequestBody(), body);
        if (read < announced && !flaws.contains(Flaw.TAKES_HALF_A_BODY)) {
            throw new IOException("the client is gone");
        }
        if (body.size() > limit() && !flaws.contains(Flaw.BELIEVES_IN_LENGTHS)) {
            throw new Refused(413, "TOO_LARGE");
        }
        return body.toByteArray();
    }

    private int limit() {
        return flaws.contains(Flaw.SMALLER_THAN_PROMISED) ? LIMIT - 1 : LIMIT;
    }

    private long read(InputStream in, ByteArrayOutputStream body) {
        byte[] buffer = new byte[LIMIT];
        long read = 0;
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                read += count;
                body.writeBytes(asReceived(Arrays.copyOf(buffer, count)));
            }
        } catch (IOException gone) {
            return read;
        }
        return read;
    }

    private byte[] asReceived(byte[] part) {
        return flaws.contains(Flaw.DECODES_BUFFERS)
                ? new String(part, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8)
                : part;
    }

    /** Answered without asking the service. */
    static final class Refused extends Exception {
        final transient ToyAnswer answer;

        Refused(int status, String code) {
            super(code);
            this.answer = ToyAnswer.refused(status, code);
        }
    }
}
