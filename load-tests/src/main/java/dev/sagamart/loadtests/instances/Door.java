package dev.sagamart.loadtests.instances;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;

/** One port before several: each connection goes to the next one, as with a service of Kubernetes. One thread does it all. */
final class Door implements AutoCloseable {
    private final ServerSocketChannel entrance;
    private final Selector selector;
    private final List<Integer> targets;
    private int turn;

    private Door(ServerSocketChannel entrance, Selector selector, List<Integer> targets) {
        this.entrance = entrance;
        this.selector = selector;
        this.targets = List.copyOf(targets);
    }

    /**
     * Begins to listen on loopback.
     *
     * @param port 0 for any
     */
    static Door open(int port, List<Integer> targets) {
        try {
            ServerSocketChannel entrance = ServerSocketChannel.open();
            entrance.bind(local(port), 1024);
            entrance.configureBlocking(false);
            var door = new Door(entrance, Selector.open(), targets);
            entrance.register(door.selector, SelectionKey.OP_ACCEPT);
            Thread.ofPlatform().daemon().name("door " + port).start(door::serve);
            return door;
        } catch (IOException failure) {
            throw new UncheckedIOException("port " + port + ": " + failure.getMessage(), failure);
        }
    }

    int port() {
        return entrance.socket().getLocalPort();
    }

    private void serve() {
        try {
            while (selector.isOpen()) {
                selector.select(this::serve);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void serve(SelectionKey key) {
        if (key.attachment() instanceof Half half) {
            if (key.isValid()) {
                half.proceed();
            }
        } else {
            accept();
        }
    }

    private void accept() {
        try {
            SocketChannel client = entrance.accept();
            if (client != null) {
                client.setOption(StandardSocketOptions.TCP_NODELAY, true);
                connect(client);
            }
        } catch (IOException broken) {
            System.err.println("A connection was lost: " + broken);
        }
    }

    private void connect(SocketChannel client) throws IOException {
        try {
            SocketChannel server = SocketChannel.open(local(targets.get(turn)));
            turn = (turn + 1) % targets.size();
            server.setOption(StandardSocketOptions.TCP_NODELAY, true);
            Half.join(client, server, selector);
        } catch (IOException away) {
            client.close();
            throw away;
        }
    }

    private static InetSocketAddress local(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    @Override
    public void close() {
        try {
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
