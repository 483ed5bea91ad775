package dev.sagamart.chaos.proxy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The servers behind a proxy: each connection goes to the next one, or to any that takes it. */
final class Targets {
    private static final int CONNECT_MILLIS = 2000;

    private final List<Integer> ports;
    private final AtomicInteger turn = new AtomicInteger();

    Targets(List<Integer> ports) {
        this.ports = List.copyOf(ports);
    }

    Socket connect() throws IOException {
        int first = turn.getAndIncrement();
        for (int tries = 0; tries < ports.size(); tries++) {
            var socket = new Socket();
            int port = ports.get(Math.floorMod(first + tries, ports.size()));
            try {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
                return socket;
            } catch (IOException away) {
                Connection.close(socket);
            }
        }
        throw new ConnectException("nobody listens on " + ports);
    }
}
