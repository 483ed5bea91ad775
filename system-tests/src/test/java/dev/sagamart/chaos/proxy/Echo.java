package dev.sagamart.chaos.proxy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/** A server that sends back what it hears, and counts it. */
final class Echo implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicLong heard = new AtomicLong();

    Echo() throws IOException {
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    long heard() {
        return heard.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                Thread.ofVirtual().start(() -> answer(client));
            }
        } catch (IOException closed) {
            // the end of the test
        }
    }

    private void answer(Socket client) {
        var chunk = new byte[64 * 1024];
        try (client) {
            OutputStream back = client.getOutputStream();
            for (int length = client.getInputStream().read(chunk);
                    length >= 0;
                    length = client.getInputStream().read(chunk)) {
                heard.addAndGet(length);
                back.write(chunk, 0, length);
            }
        } catch (IOException broken) {
            // the other side is being tested, not this one
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
