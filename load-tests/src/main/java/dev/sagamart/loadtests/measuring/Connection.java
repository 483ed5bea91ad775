package dev.sagamart.loadtests.measuring;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** A kept connection with one request at a time on its way. */
final class Connection implements AutoCloseable {
    private static final int LONGEST_REQUEST = 16 << 10;

    private final SocketChannel channel;
    private final ByteBuffer outgoing = ByteBuffer.allocateDirect(LONGEST_REQUEST);
    private final Inbox inbox = new Inbox();
    private long sentAt;

    Connection(InetSocketAddress server, Selector selector) throws IOException {
        channel = SocketChannel.open(server);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    void send(Requests requests) throws IOException {
        send(requests, System.nanoTime());
    }

    /** @param since when it ought to have been sent, by {@link System#nanoTime()} */
    void send(Requests requests, long since) throws IOException {
        outgoing.clear();
        requests.next(outgoing);
        outgoing.flip();
        sentAt = since;
        while (outgoing.hasRemaining()) {
            channel.write(outgoing);
        }
    }

    /** Takes in what has come and answers the status, or 0 while there is more to come. */
    int receive() throws IOException {
        inbox.readFrom(channel);
        Message answer = inbox.first();
        int length = answer.length();
        if (length == Message.INCOMPLETE) {
            return 0;
        }
        int status = answer.status();
        inbox.remove(length);
        if (!inbox.isEmpty()) {
            throw new IOException("more came than one answer");
        }
        return status;
    }

    long sentAt() {
        return sentAt;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
