package dev.sagamart.loadtests.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** What a Redis on loopback has stored. */
record RedisData(int port) {

    void clear() {
        ask("FLUSHALL");
    }

    long keys() {
        return Long.parseLong(ask("DBSIZE").substring(1));
    }

    private String ask(String command) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port);
                var answer =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            return answer.readLine();
        } catch (IOException failure) {
            throw new UncheckedIOException("Redis does not answer " + command, failure);
        }
    }
}
