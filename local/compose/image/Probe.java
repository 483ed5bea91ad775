import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Asks the service in the same container whether it is ready; ends with 0 if it says so, otherwise with 1. A plain socket,
 * because an HTTP client would cost the JVM several times as much to start.
 */
class Probe {
    private static final int PATIENCE_MILLIS = 2_000;
    private static final String REQUEST = "GET /actuator/health/readiness HTTP/1.0\r\nHost: localhost\r\n\r\n";
    private static final String READY = "HTTP/1.1 200";

    public static void main(String[] none) {
        System.exit(isReady(Integer.parseInt(System.getenv("MANAGEMENT_SERVER_PORT"))) ? 0 : 1);
    }

    private static boolean isReady(int port) {
        try (var socket = new Socket()) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            socket.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
            byte[] status = socket.getInputStream().readNBytes(READY.length());
            String said = new String(status, StandardCharsets.US_ASCII);
            return said.regionMatches(9, READY, 9, 3);
        } catch (IOException notYet) {
            return false;
        }
    }
}
