package dev.sagamart.chaos.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** As much of a Redis client as faults need; each call is a connection of its own. */
record RedisPort(int port) {
    private static final int PATIENCE_MILLIS = 5000;

    /**
     * Answers a number or simple text as text, nothing as null, the elements of a list by {@link #list}.
     *
     * @throws IllegalStateException if Redis refuses
     */
    @Nullable
    String call(String... command) {
        List<String> answer = list(command);
        return answer.isEmpty() ? null : answer.getFirst();
    }

    /** The elements of the answer, those of lists in it included. */
    List<String> list(String... command) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            var request = new StringBuilder("*" + command.length + "\r\n");
            for (String part : command) {
                request.append('$').append(part.getBytes(UTF_8).length).append("\r\n");
                request.append(part).append("\r\n");
            }
            socket.getOutputStream().write(request.toString().getBytes(UTF_8));
            List<String> answer = new ArrayList<>();
            read(new BufferedInputStream(socket.getInputStream()), answer);
            return answer;
        } catch (IOException failure) {
            throw new UncheckedIOException("redis on " + port, failure);
        }
    }

    private static void read(InputStream from, List<String> into) throws IOException {
        String line = line(from);
        String rest = line.substring(1);
        switch (line.charAt(0)) {
            case '+', ':' -> into.add(rest);
            case '-' -> throw new IllegalStateException("redis says " + rest);
            case '$' -> {
                int length = Integer.parseInt(rest);
                if (length >= 0) {
                    into.add(new String(from.readNBytes(length), UTF_8));
                    from.skipNBytes(2);
                }
            }
            case '*' -> {
                for (int left = Integer.parseInt(rest); left > 0; left--) {
                    read(from, into);
                }
            }
            default -> throw new IOException("not an answer of redis: " + line);
        }
    }

    private static String line(InputStream from) throws IOException {
        var line = new StringBuilder();
        for (int next = from.read(); next != '\r'; next = from.read()) {
            if (next < 0) {
                throw new IOException("redis hung up");
            }
            line.append((char) next);
        }
        from.skipNBytes(1);
        return line.toString();
    }
}
