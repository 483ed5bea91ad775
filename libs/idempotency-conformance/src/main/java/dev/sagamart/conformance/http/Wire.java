package dev.sagamart.conformance.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLSocketFactory;

/** One connection for one request, whose bytes go out when and as the caller says. */
public final class Wire implements AutoCloseable {
    /** Long enough for a segment to be read alone, and for a server to notice that its client is gone. */
    private static final Duration BREATH = Duration.ofMillis(60);

    private final URI base;
    private final Socket socket;

    private Wire(URI base, Socket socket) {
        this.base = base;
        this.socket = socket;
    }

    static Wire open(URI base, Duration limit) {
        boolean secure = "https".equals(base.getScheme());
        int port = base.getPort() > 0 ? base.getPort() : secure ? 443 : 80;
        SocketAddress address = new InetSocketAddress(base.getHost(), port);
        try {
            Socket socket = secure ? SSLSocketFactory.getDefault().createSocket() : new Socket();
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(Math.toIntExact(limit.toMillis()));
            socket.connect(address, Math.toIntExact(limit.toMillis()));
            return new Wire(base, socket);
        } catch (IOException failure) {
            throw new UncheckedIOException("no connection to " + address, failure);
        }
    }

    /** Everything before the body. */
    public Wire head(Request request, Header framing) {
        var head = new StringBuilder(request.method() + " " + base.getRawPath() + request.path() + " HTTP/1.1\r\n");
        line(head, new Header("Host", base.getRawAuthority()));
        line(head, new Header("Connection", "close"));
        request.headers().forEach(header -> line(head, header));
        line(head, framing);
        return bytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void line(StringBuilder head, Header header) {
        head.append(header.name()).append(": ").append(header.value()).append("\r\n");
    }

    /** In a segment of its own: what comes next comes a moment later. */
    public Wire bytes(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return breathe();
    }

    /** As a chunk of a chunked body; an empty one ends the body. */
    public Wire chunk(byte[] bytes) {
        byte[] size = (Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] chunk = new byte[size.length + bytes.length + 2];
        System.arraycopy(size, 0, chunk, 0, size.length);
        System.arraycopy(bytes, 0, chunk, size.length, bytes.length);
        chunk[chunk.length - 2] = '\r';
        chunk[chunk.length - 1] = '\n';
        return bytes(chunk);
    }

    public Answer answer() {
        try {
            return WireAnswer.read(socket.getInputStream());
        } catch (IOException failure) {
            return Answer.none(failure);
        }
    }

    /** Breaks the connection as a client does that crashes: with a reset. */
    public void tear() {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        close();
        breathe();
    }

    /** Ends the connection as a client does that has lost interest. */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Wire breathe() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(BREATH.toMillis()));
        return this;
    }
}
