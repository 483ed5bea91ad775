package dev.sagamart.local.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisServerTest {
    @TempDir
    Path home;

    @Test
    void keeps_its_data_when_stopped_and_when_killed() throws IOException {
        int port = Ports.free();
        try (var server = new RedisServer(home, port)) {
            server.start();
            assertThat(ask(port, "SET greeting hello")).isEqualTo("+OK");

            server.stop();
            assertThat(Ports.isOpen(port)).isFalse();
            server.start();
            server.kill();
            assertThat(Ports.isOpen(port)).isFalse();
            server.start();

            assertThat(ask(port, "EXISTS greeting")).isEqualTo(":1");
        }
    }

    private static String ask(int port, String command) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            var answer = new StringBuilder();
            for (int next = socket.getInputStream().read();
                    next != '\r';
                    next = socket.getInputStream().read()) {
                answer.append((char) next);
            }
            return answer.toString();
        }
    }
}
