package dev.sagamart.loadtests.measuring;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** What a connection has received and nobody has taken yet, up to 64 KiB. */
public final class Inbox {
    private static final int MOST = 64 << 10;

    /** Grows with what comes, because there may be thousands of these. */
    private ByteBuffer received = ByteBuffer.allocate(4 << 10);

    /**
     * Takes in what has come.
     *
     * @throws EOFException if the other side has closed the connection
     */
    public void readFrom(SocketChannel channel) throws IOException {
        if (!received.hasRemaining()) {
            grow();
        }
        if (channel.read(received) < 0) {
            throw new EOFException();
        }
    }

    private void grow() throws IOException {
        if (received.capacity() == MOST) {
            throw new IOException("the message is too long");
        }
        received = ByteBuffer.allocate(2 * received.capacity()).put(received.flip());
    }

    public Message first() {
        return new Message(received.array(), received.position());
    }

    /** Takes the first message out. */
    public void remove(int length) {
        received.flip().position(length);
        received.compact();
    }

    boolean isEmpty() {
        return received.position() == 0;
    }
}
