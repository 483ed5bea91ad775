package dev.sagamart.loadtests.measuring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 201 Created\r\nContent-Length: 5\r\nX: y\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\ncontent-length:0\r\n\r\n",
                "HTTP/1.1 204 No Content\r\nX: content-length: 7\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhello\r\nA;x=1\r\n0123456789\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n\r\n\r\n0\r\nX-Trailer: 1\r\n\r\n",
                "POST /v1/points/charges HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}",
                "GET /v1/points HTTP/1.1\r\nHost: localhost\r\n\r\n"
            })
    void a_message_ends_where_its_framing_says_and_not_one_byte_earlier(String text) {
        byte[] bytes = bytes(text + "GET / HTTP/1.1\r\n");

        assertThat(new Message(bytes, bytes.length).length()).isEqualTo(text.length());
        assertThat(IntStream.range(0, text.length()).map(count -> new Message(bytes, count).length()))
                .containsOnly(Message.INCOMPLETE);
    }

    @Test
    void the_status_is_that_of_the_first_line() {
        assertThat(message("HTTP/1.1 429 Too Many Requests\r\nRetry-After: 1\r\n\r\n")
                        .status())
                .isEqualTo(429);
    }

    @Test
    void bytes_left_from_an_earlier_message_do_not_count() {
        byte[] bytes = bytes("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");

        assertThat(new Message(bytes, bytes.length - 1).length()).isEqualTo(Message.INCOMPLETE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: many", "Content-Length: -1", "Transfer-Encoding: chunked\r\n\r\nxyz"})
    void a_length_that_is_not_a_number_is_refused(String framing) {
        Message message = message("HTTP/1.1 200 OK\r\n" + framing + "\r\n\r\n");

        assertThatThrownBy(message::length).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_message_is_recognised_by_its_start() {
        Message message = message("GET /v1/points HTTP/1.1\r\n\r\n");

        assertThat(message.startsWith(bytes("GET /v1/points "))).isTrue();
        assertThat(message.startsWith(bytes("GET /v1/products"))).isFalse();
        assertThat(message("GET").startsWith(bytes("GET /"))).isFalse();
    }

    private static Message message(String text) {
        return new Message(bytes(text), bytes(text).length);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
