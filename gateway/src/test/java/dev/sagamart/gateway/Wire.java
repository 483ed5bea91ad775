package dev.sagamart.gateway;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A connection on which a test writes HTTP by hand, for what no decent client would send. */
final class Wire implements AutoCloseable {

    private final Socket socket;
    private final InputStream answers;

    Wire(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(5_000);
        answers = new BufferedInputStream(socket.getInputStream());
    }

    Wire write(String text) throws IOException {
        return write(text.getBytes(StandardCharsets.UTF_8));
    }

    Wire write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** One part of a chunked body; the server sees each part as a buffer of its own. */
    Wire chunk(byte[] bytes, int from, int to) throws IOException {
        write(Integer.toHexString(to - from) + "\r\n");
        socket.getOutputStream().write(bytes, from, to - from);
        return write("\r\n");
    }

    /** The status of the next answer, which is read to its end. */
    int status() throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        int length = 0;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var lower = header.toLowerCase(Locale.ROOT);
            length = lower.startsWith("content-length:")
                    ? Integer.parseInt(lower.substring(15).strip())
                    : length;
        }
        answers.readNBytes(length);
        return status;
    }

    /** Reads on and on; ends only by an exception. */
    void rest() throws IOException {
        while (true) {
            line();
        }
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = answers.read(); next != '\n'; next = answers.read()) {
            if (next == -1) {
                throw new EOFException("the gateway hung up");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8).strip();
    }

    /** Hangs up the hard way, so that the other side hears of it at once. */
    void hangUp() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
