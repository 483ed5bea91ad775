package dev.sagamart.chaos.proxy;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.sagamart.chaos.proxy.Trouble.BlackHole;
import dev.sagamart.chaos.proxy.Trouble.Cut;
import dev.sagamart.chaos.proxy.Trouble.Latency;
import dev.sagamart.chaos.proxy.Trouble.Rate;
import dev.sagamart.chaos.proxy.Trouble.Reset;
import dev.sagamart.local.infrastructure.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProxyTest {
    private Echo server;
    private Proxy proxy;
    private Socket client;

    @BeforeEach
    void open() throws IOException {
        server = new Echo();
        proxy = Proxy.open("test -> echo", 0, List.of(server.port()));
        client = connect();
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        proxy.close();
        server.close();
    }

    @Test
    void lets_everything_through_when_nothing_is_the_matter() throws IOException {
        assertThat(say("hello")).isEqualTo("hello");
        assertThat(say("again")).isEqualTo("again");

        assertThat(proxy.felt()).isEqualTo(new Felt(1, 0, 0, 0));
        assertThat(proxy.open()).isEqualTo(1);
    }

    @Test
    void passes_the_end_of_a_connection_on() throws IOException {
        say("hello");
        client.shutdownOutput();

        assertThat(client.getInputStream().read()).isEqualTo(-1);
        await().until(() -> proxy.open() == 0);
    }

    @Test
    void delays_what_is_to_come_late() throws IOException {
        proxy.trouble(Direction.REQUEST, new Latency(Duration.ofMillis(120)));
        proxy.trouble(Direction.REPLY, new Latency(Duration.ofMillis(120)));
        long begin = System.nanoTime();

        say("hello");

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(240));
        assertThat(proxy.felt().disturbed()).isEqualTo(2);
    }

    @Test
    void holds_a_request_back_until_the_black_hole_is_healed() throws IOException {
        proxy.trouble(Direction.REQUEST, new BlackHole());
        send("hello");
        await().until(() -> proxy.felt().disturbed() == 1);
        assertThat(server.heard()).isZero();

        proxy.heal();

        assertThat(read(5)).isEqualTo("hello");
    }

    @Test
    void a_held_back_request_arrives_though_its_sender_has_given_up() throws IOException {
        proxy.trouble(Direction.REQUEST, new BlackHole());
        send("hello");
        await().until(() -> proxy.felt().disturbed() == 1);
        client.close();

        proxy.heal();

        await().until(() -> server.heard() == 5);
    }

    @Test
    void holds_a_reply_back_though_the_request_had_its_effect() throws IOException {
        proxy.trouble(Direction.REPLY, new BlackHole());
        client.setSoTimeout(100);
        send("hello");

        await().until(() -> server.heard() == 5);
        assertThatThrownBy(() -> read(5)).isInstanceOf(SocketTimeoutException.class);

        proxy.heal();
        client.setSoTimeout(10_000);
        assertThat(read(5)).isEqualTo("hello");
    }

    @Test
    void resets_instead_of_a_reply_after_the_effect() throws IOException {
        proxy.trouble(Direction.REPLY, new Reset());
        send("hello");

        assertThatThrownBy(() -> read(5)).isInstanceOf(SocketException.class);
        assertThat(server.heard()).isEqualTo(5);
        assertThat(proxy.felt().resets()).isEqualTo(1);
    }

    @Test
    void resets_instead_of_a_request_before_any_effect() throws IOException {
        proxy.trouble(Direction.REQUEST, new Reset());
        send("hello");

        assertThatThrownBy(() -> read(5)).isInstanceOf(SocketException.class);
        assertThat(server.heard()).isZero();
    }

    @Test
    void cuts_in_the_middle_of_a_message() throws IOException {
        proxy.trouble(Direction.REQUEST, new Cut(3));
        send("hello");

        assertThatThrownBy(() -> read(5)).isInstanceOf(SocketException.class);
        await().until(() -> proxy.open() == 0);
        assertThat(server.heard()).isLessThanOrEqualTo(3);
        assertThat(proxy.felt().resets()).isEqualTo(1);
    }

    @Test
    void carries_no_more_than_its_rate() throws IOException {
        proxy.trouble(Direction.REQUEST, new Rate(10_000));
        long begin = System.nanoTime();

        say("x".repeat(1500));

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(140));
    }

    @Test
    void breaks_everything_while_it_is_down_and_works_afterwards() throws IOException {
        say("hello");
        proxy.down();

        assertThatThrownBy(() -> read(1)).isInstanceOf(SocketException.class);
        try (var refused = connect()) {
            assertThatThrownBy(() -> refused.getInputStream().read()).isInstanceOf(SocketException.class);
        }
        await().until(() -> proxy.felt().refused() == 1);
        assertThat(proxy.felt().resets()).isEqualTo(1);

        proxy.heal();
        client = connect();
        assertThat(say("hello")).isEqualTo("hello");
    }

    @Test
    void takes_the_servers_in_turn_and_leaves_out_those_that_are_away() throws IOException {
        try (var second = new Echo();
                var both = Proxy.open("test -> both", 0, List.of(server.port(), second.port(), Ports.free()))) {
            for (int connection = 0; connection < 6; connection++) {
                try (var one = connect(both)) {
                    one.getOutputStream().write('x');
                    assertThat(one.getInputStream().read()).isEqualTo('x');
                }
            }

            assertThat(List.of(server.heard(), second.heard())).containsExactlyInAnyOrder(4L, 2L);
        }
    }

    private Socket connect() throws IOException {
        return connect(proxy);
    }

    private static Socket connect(Proxy to) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), to.port());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private String say(String text) throws IOException {
        send(text);
        return read(text.length());
    }

    private void send(String text) throws IOException {
        client.getOutputStream().write(text.getBytes(US_ASCII));
    }

    private String read(int length) throws IOException {
        return new String(client.getInputStream().readNBytes(length), US_ASCII);
    }
}
