package dev.sagamart.local.audit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Just enough of the Redis protocol to read some fields of a hash. */
final class RedisReader implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 5_000;

    private final Socket socket;
    private final InputStream in;

    RedisReader(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** The values of the fields; null where there is none. */
    List<@Nullable String> fields(String key, String... names) throws IOException {
        var command = new StringBuilder("*" + (names.length + 2) + "\r\n" + bulk("HMGET") + bulk(key));
        for (String name : names) {
            command.append(bulk(name));
        }
        socket.getOutputStream().write(command.toString().getBytes(StandardCharsets.UTF_8));
        var values = new ArrayList<@Nullable String>();
        for (int left = number(line(), '*'); left > 0; left--) {
            int length = number(line(), '$');
            values.add(length < 0 ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8));
            if (length >= 0) {
                in.readNBytes(2);
            }
        }
        return values;
    }

    private static String bulk(String text) {
        return "$" + text.getBytes(StandardCharsets.UTF_8).length + "\r\n" + text + "\r\n";
    }

    private static int number(String line, char kind) throws IOException {
        if (line.isEmpty() || line.charAt(0) != kind) {
            throw new IOException("Redis says " + line);
        }
        return Integer.parseInt(line.substring(1));
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("Redis hung up");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
