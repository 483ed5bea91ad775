package dev.sagamart.loadtests.measuring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;

/**
 * Requests at a rate of their own, whether the answers keep up or not; all on one thread. A request that finds no
 * connection free waits for one, and its time runs from when it was due.
 */
public final class OpenLoad implements AutoCloseable {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

    private final InetSocketAddress server;
    private final Requests requests;
    private final Selector selector;
    private final Queue<Connection> idle = new ArrayDeque<>();
    private final Set<Connection> busy = new HashSet<>();
    private final List<Reply> replies = new ArrayList<>();
    private long begin;

    private OpenLoad(InetSocketAddress server, int connections, Requests requests) throws IOException {
        this.server = server;
        this.requests = requests;
        this.selector = Selector.open();
        for (int number = 0; number < connections; number++) {
            idle.add(new Connection(server, selector));
        }
    }

    /** Sends for this time and awaits what is under way at its end; what was still waiting then is never sent. */
    public static Replies run(
            InetSocketAddress server, int connections, Requests requests, double perSecond, Duration time) {
        try (var load = new OpenLoad(server, connections, requests)) {
            load.run(Math.round(1e9 / perSecond), time.toNanos());
            return new Replies(load.replies);
        } catch (IOException failure) {
            throw new UncheckedIOException("no load on " + server, failure);
        }
    }

    private void run(long interval, long length) throws IOException {
        begin = System.nanoTime();
        long due = 0;
        while (now() < length) {
            for (; due <= now() && !idle.isEmpty(); due += interval) {
                send(idle.remove(), due);
            }
            selector.select(this::receive, 1);
        }
        while (!busy.isEmpty() && now() < length + LONGEST_WAIT.toNanos()) {
            selector.select(this::receive, 1);
        }
        busy.forEach(connection -> end(connection, 0));
    }

    private long now() {
        return System.nanoTime() - begin;
    }

    private void send(Connection connection, long due) throws IOException {
        busy.add(connection);
        try {
            connection.send(requests, begin + due);
        } catch (IOException broken) {
            replace(connection);
        }
    }

    private void receive(SelectionKey key) {
        var connection = (Connection) key.attachment();
        try {
            int status = connection.receive();
            if (status != 0) {
                end(connection, status);
                busy.remove(connection);
                idle.add(connection);
            }
        } catch (IOException | IllegalArgumentException | ArithmeticException broken) {
            replace(connection);
        }
    }

    /** One that the server has closed while nothing was under way did no harm. */
    private void replace(Connection connection) {
        try {
            connection.close();
            if (busy.remove(connection)) {
                end(connection, 0);
            } else {
                idle.remove(connection);
            }
            idle.add(new Connection(server, selector));
        } catch (IOException refused) {
            throw new UncheckedIOException("no new connection to " + server, refused);
        }
    }

    private void end(Connection connection, int status) {
        replies.add(new Reply(connection.sentAt() - begin, System.nanoTime() - connection.sentAt(), status));
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
