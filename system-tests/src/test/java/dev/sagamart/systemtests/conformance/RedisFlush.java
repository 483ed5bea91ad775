package dev.sagamart.systemtests.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Makes Redis forget everything. */
final class RedisFlush {
    private static final byte[] COMMAND = "FLUSHALL\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final String DONE = "+OK";

    private RedisFlush() {}

    static void at(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(COMMAND);
            String said = new String(socket.getInputStream().readNBytes(DONE.length()), StandardCharsets.US_ASCII);
            if (!said.equals(DONE)) {
                throw new IllegalStateException("Redis said " + said);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
