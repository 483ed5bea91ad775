package dev.sagamart.chaos.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;

/** A client and the server that it was connected with. */
final class Connection {
    private final Socket client;
    private final Socket server;

    Connection(Socket client, Socket server) throws SocketException {
        this.client = client;
        this.server = server;
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
    }

    InputStream from(Direction direction) throws IOException {
        return (direction == Direction.REQUEST ? client : server).getInputStream();
    }

    OutputStream to(Direction direction) throws IOException {
        return (direction == Direction.REQUEST ? server : client).getOutputStream();
    }

    /** One side has said all; the other hears so. */
    void endOf(Direction direction) throws IOException {
        Socket listener = direction == Direction.REQUEST ? server : client;
        if (!listener.isClosed()) {
            listener.shutdownOutput();
        }
        if (client.isOutputShutdown() && server.isOutputShutdown()) {
            close();
        }
    }

    /** Both sides hear that the connection broke, and not that it ended. */
    void reset() {
        closeAbruptly(client);
        closeAbruptly(server);
    }

    void close() {
        close(client);
        close(server);
    }

    boolean isOpen() {
        return !client.isClosed() || !server.isClosed();
    }

    private static void closeAbruptly(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (SocketException alreadyClosed) {
            return;
        }
        close(socket);
    }

    static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException closed) {
            // that is all that was wanted
        }
    }
}
