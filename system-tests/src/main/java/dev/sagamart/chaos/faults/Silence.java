package dev.sagamart.chaos.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** Whether a port says nothing at all: one that works answers any nonsense, be it by hanging up. */
final class Silence {
    private static final int PATIENCE_MILLIS = 500;
    private static final byte[] NONSENSE = {0x7f, 'n', 'o', 'n', 's', 'e', 'n', 's', 'e', '\r', '\n', '\r', '\n'};

    private Silence() {}

    static boolean of(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(NONSENSE);
            socket.getInputStream().read();
            return false;
        } catch (SocketTimeoutException silent) {
            return true;
        } catch (IOException answered) {
            return false;
        }
    }
}
