package dev.sagamart.loadtests.instances;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One direction of a connection; what the other side does not take at once is kept, and no more read until it does. */
final class Half {
    private static final int MOST_KEPT = 64 << 10;

    private final SelectionKey from;
    private final ByteBuffer kept = ByteBuffer.allocateDirect(MOST_KEPT);
    private SelectionKey to;

    private Half(SelectionKey from) {
        this.from = from;
        this.to = from;
        from.attach(this);
    }

    static void join(SocketChannel client, SocketChannel server, Selector selector) throws IOException {
        var request = new Half(reading(client, selector));
        var answer = new Half(reading(server, selector));
        request.to = answer.from;
        answer.to = request.from;
    }

    private static SelectionKey reading(SocketChannel channel, Selector selector) throws IOException {
        channel.configureBlocking(false);
        return channel.register(selector, SelectionKey.OP_READ);
    }

    /** Does what its channel is ready for. */
    void proceed() {
        try {
            if (from.isReadable()) {
                read();
            }
            if (from.isValid() && from.isWritable() && to.attachment() instanceof Half other) {
                other.write();
            }
        } catch (IOException broken) {
            close();
        }
    }

    private void read() throws IOException {
        if (channel(from).read(kept) < 0) {
            close();
            return;
        }
        write();
    }

    private void write() throws IOException {
        kept.flip();
        channel(to).write(kept);
        boolean done = !kept.hasRemaining();
        kept.compact();
        if (done) {
            from.interestOpsOr(SelectionKey.OP_READ);
            to.interestOpsAnd(~SelectionKey.OP_WRITE);
        } else {
            from.interestOpsAnd(~SelectionKey.OP_READ);
            to.interestOpsOr(SelectionKey.OP_WRITE);
        }
    }

    private static SocketChannel channel(SelectionKey key) {
        return (SocketChannel) key.channel();
    }

    private void close() {
        for (SelectionKey key : new SelectionKey[] {from, to}) {
            try {
                key.channel().close();
            } catch (IOException ignored) {
                // it is of no use any more
            }
        }
    }
}
