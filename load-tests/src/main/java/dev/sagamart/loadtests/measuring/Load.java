package dev.sagamart.loadtests.measuring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A fixed number of connections, each of which sends its next request when it has its answer; all on one thread. */
public final class Load implements AutoCloseable {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);
    private static final long LOOK_AT_CLOCK_MILLIS = 100;

    private final Requests requests;
    private final Selector selector;
    private final List<Connection> waiting = new ArrayList<>();
    private final Answers answers = new Answers();
    private long end;

    private Load(InetSocketAddress server, int connections, Requests requests) throws IOException {
        this.requests = requests;
        this.selector = Selector.open();
        for (int number = 0; number < connections; number++) {
            waiting.add(new Connection(server, selector));
        }
    }

    /** Runs the requests for this time and answers what came back in it; what is under way at its end is awaited. */
    public static LoadResult run(InetSocketAddress server, int connections, Requests requests, Duration time) {
        try (var load = new Load(server, connections, requests)) {
            load.run(time);
            return load.answers.result(time);
        } catch (IOException failure) {
            throw new UncheckedIOException("no load on " + server, failure);
        }
    }

    private void run(Duration time) throws IOException {
        end = System.nanoTime() + time.toNanos();
        for (Connection connection : List.copyOf(waiting)) {
            send(connection);
        }
        while (!waiting.isEmpty() && System.nanoTime() - end < LONGEST_WAIT.toNanos()) {
            selector.select(this::receive, LOOK_AT_CLOCK_MILLIS);
        }
        waiting.forEach(connection -> answers.fail("no answer"));
    }

    private void send(Connection connection) {
        try {
            connection.send(requests);
        } catch (IOException broken) {
            drop(connection, broken);
        }
    }

    private void receive(SelectionKey key) {
        var connection = (Connection) key.attachment();
        try {
            int status = connection.receive();
            if (status != 0) {
                take(connection, status);
            }
        } catch (IOException | IllegalArgumentException | ArithmeticException broken) {
            drop(connection, broken);
        }
    }

    private void take(Connection connection, int status) {
        long now = System.nanoTime();
        if (status / 100 != 2) {
            answers.fail("status " + status);
        } else if (now - end <= 0) {
            answers.add(now - connection.sentAt());
        }
        if (now - end < 0) {
            send(connection);
        } else {
            waiting.remove(connection);
        }
    }

    private void drop(Connection connection, Exception why) {
        answers.fail("broken connection (" + why + ")");
        waiting.remove(connection);
        try {
            connection.close();
        } catch (IOException ignored) {
            // it is of no use any more
        }
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
