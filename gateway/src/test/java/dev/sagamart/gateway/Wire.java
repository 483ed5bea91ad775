package dev.sagamart.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A connection on which a test writes HTTP by hand, for what no decent client would send. */
final class Wire implements AutoCloseable {

    private final Socket socket;

    Wire(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
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

    int status() throws IOException {
        var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        return Integer.parseInt(reader.readLine().split(" ")[1]);
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
