package dev.sagamart.loadtests.gateway;

import dev.sagamart.loadtests.measuring.Inbox;
import dev.sagamart.loadtests.measuring.Message;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** Stands for all services: answers every request at once with the same bytes, so that only the gateways differ. */
public final class ConstantUpstream {
    private static final int BACKLOG = 1024;
    private static final byte[] POST = bytes("POST ");
    private static final byte[] GET_PRODUCT = bytes("GET /v1/products/");
    private static final byte[] CHARGED = answer(
            "201 Created",
            "{\"chargeId\":\"019ab0c4-5d1e-7c3a-9f52-0b6a4e8d7c11\",\"amount\":100,\"balance\":123400,"
                    + "\"chargedAt\":\"2026-11-22T13:40:43.120Z\"}");
    private static final byte[] PRODUCT =
            answer("200 OK", "{\"productId\":1,\"name\":\"Ceramic cup, hand-made\",\"price\":12000,\"stock\":4821}");
    private static final byte[] BALANCE = answer("200 OK", "{\"balance\":123400}");

    private final Selector selector;

    private ConstantUpstream(Selector selector) {
        this.selector = selector;
    }

    public static void main(String[] arguments) throws IOException {
        try (Selector selector = Selector.open();
                ServerSocketChannel server = ServerSocketChannel.open()) {
            int port = Integer.parseInt(arguments[0]);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
            server.configureBlocking(false);
            server.register(selector, SelectionKey.OP_ACCEPT);
            var upstream = new ConstantUpstream(selector);
            while (true) {
                selector.select(upstream::serve);
            }
        }
    }

    private void serve(SelectionKey key) {
        try {
            if (key.channel() instanceof ServerSocketChannel server) {
                accept(server);
            } else if (key.channel() instanceof SocketChannel client) {
                answer(client, (Inbox) key.attachment());
            }
        } catch (IOException gone) {
            close(key);
        }
    }

    private void accept(ServerSocketChannel server) throws IOException {
        SocketChannel client = server.accept();
        if (client != null) {
            client.setOption(StandardSocketOptions.TCP_NODELAY, true);
            client.configureBlocking(false);
            client.register(selector, SelectionKey.OP_READ, new Inbox());
        }
    }

    private static void answer(SocketChannel client, Inbox inbox) throws IOException {
        inbox.readFrom(client);
        Message request = inbox.first();
        for (int length = request.length(); length != Message.INCOMPLETE; length = request.length()) {
            client.write(ByteBuffer.wrap(answerTo(request)));
            inbox.remove(length);
            request = inbox.first();
        }
    }

    private static byte[] answerTo(Message request) {
        if (request.startsWith(POST)) {
            return CHARGED;
        }
        return request.startsWith(GET_PRODUCT) ? PRODUCT : BALANCE;
    }

    private static byte[] answer(String status, String json) {
        return bytes("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: "
                + bytes(json).length + "\r\n\r\n" + json);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void close(SelectionKey key) {
        try {
            key.channel().close();
        } catch (IOException ignored) {
            // it is gone either way
        }
    }
}
