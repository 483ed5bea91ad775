package dev.sagamart.chaos.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One link between two processes, in both directions undisturbed until it gets into trouble. */
public final class Proxy implements AutoCloseable {
    private static final int BACKLOG = 200;

    private final String name;
    private final Targets targets;
    private final ServerSocket door;
    private final Condition condition = new Condition();
    private final Counters counters = new Counters();
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

    private Proxy(String name, ServerSocket door, Targets targets) {
        this.name = name;
        this.door = door;
        this.targets = targets;
    }

    /**
     * Begins to listen on loopback.
     *
     * @param port 0 for any
     * @param targets ports of the servers behind it, taken in turn
     */
    public static Proxy open(String name, int port, List<Integer> targets) {
        try {
            var door = new ServerSocket();
            door.setReuseAddress(true);
            door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
            var proxy = new Proxy(name, door, new Targets(targets));
            Thread.ofVirtual().name("proxy " + name).start(proxy::accept);
            return proxy;
        } catch (IOException failure) {
            throw new UncheckedIOException(name, failure);
        }
    }

    /** Such as {@code order-1 -> kafka}. */
    public String name() {
        return name;
    }

    /** Where clients connect to. */
    public int port() {
        return door.getLocalPort();
    }

    /** How many connections are open. */
    public int open() {
        return (int) connections.stream().filter(Connection::isOpen).count();
    }

    public Felt felt() {
        return counters.felt();
    }

    /** Replaces what troubled the direction before. */
    public void trouble(Direction direction, Trouble trouble) {
        condition.begin(direction, trouble);
    }

    /** Breaks all connections and takes no new one. */
    public void down() {
        condition.down(true);
        resetAll();
    }

    /** Breaks all connections; new ones are welcome. */
    public void resetAll() {
        connections.stream().filter(Connection::isOpen).forEach(connection -> {
            counters.reset();
            connection.reset();
        });
    }

    /** Ends all troubles. */
    public void heal() {
        condition.heal();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Thread.ofVirtual().name("proxy " + name).start(() -> serve(client));
            } catch (IOException closed) {
                // the loop ends with the door
            }
        }
    }

    private void serve(Socket client) {
        Connection connection;
        try {
            connection = connect(client);
        } catch (IOException refused) {
            counters.refused();
            Connection.close(client);
            return;
        }
        counters.connected();
        connections.add(connection);
        if (condition.isDown()) {
            connection.reset();
        }
        try {
            Thread replies = Thread.ofVirtual().start(new Pipe(connection, Direction.REPLY, condition, counters));
            new Pipe(connection, Direction.REQUEST, condition, counters).run();
            replies.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            connection.close();
            connections.remove(connection);
        }
    }

    private Connection connect(Socket client) throws IOException {
        client.setSoLinger(true, 0); // one that is refused hears so at once
        if (condition.isDown()) {
            throw new IOException("down");
        }
        Socket server = targets.connect();
        client.setSoLinger(false, 0);
        return new Connection(client, server);
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        condition.close();
        connections.forEach(Connection::close);
    }
}
