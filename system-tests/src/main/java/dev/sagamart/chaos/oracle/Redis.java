package dev.sagamart.chaos.oracle;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A connection to Redis that asks a few plain questions. */
public final class Redis implements AutoCloseable {
    private static final int ANSWER_MILLIS = 10_000;

    private final Socket socket;
    private final InputStream answers;

    public Redis(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(ANSWER_MILLIS);
        answers = new BufferedInputStream(socket.getInputStream());
    }

    /** The answer as text, or null. */
    @Nullable
    public String text(String... command) throws IOException {
        Object answer = ask(command);
        return answer == null ? null : answer.toString();
    }

    List<String> list(String... command) throws IOException {
        Object answer = ask(command);
        return answer instanceof List<?> many
                ? many.stream().map(Objects::toString).toList()
                : List.of();
    }

    /** All keys that match a pattern. */
    public List<String> keys(String pattern) throws IOException {
        List<String> keys = new ArrayList<>();
        String cursor = "0";
        do {
            List<?> page = (List<?>) Objects.requireNonNull(ask("SCAN", cursor, "MATCH", pattern, "COUNT", "1000"));
            cursor = String.valueOf(page.get(0));
            ((List<?>) page.get(1)).forEach(key -> keys.add(String.valueOf(key)));
        } while (!cursor.equals("0"));
        return keys.stream().distinct().toList();
    }

    private @Nullable Object ask(String... command) throws IOException {
        var request = new StringBuilder("*" + command.length + "\r\n");
        for (String word : command) {
            request.append('$')
                    .append(word.getBytes(StandardCharsets.UTF_8).length)
                    .append("\r\n")
                    .append(word)
                    .append("\r\n");
        }
        socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.UTF_8));
        return read();
    }

    private @Nullable Object read() throws IOException {
        int type = answers.read();
        String line = line();
        return switch (type) {
            case '+', ':' -> line;
            case '$' -> bulk(Integer.parseInt(line));
            case '*' -> many(Integer.parseInt(line));
            default -> throw new IOException("Redis says " + (char) type + line);
        };
    }

    private @Nullable String bulk(int length) throws IOException {
        if (length < 0) {
            return null;
        }
        byte[] bytes = answers.readNBytes(length + 2);
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private List<@Nullable Object> many(int count) throws IOException {
        List<@Nullable Object> all = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            all.add(read());
        }
        return all;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int next = answers.read(); next != '\r'; next = answers.read()) {
            if (next < 0) {
                throw new IOException("Redis has hung up");
            }
            line.append((char) next);
        }
        answers.read();
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
