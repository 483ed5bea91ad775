package dev.sagamart.loadtests.measuring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestsTest {
    private static final String POST = "POST /v1/points/charges HTTP/1.1\r\nHost: localhost\r\n";
    private static final String GET = "GET /v1/products/1 HTTP/1.1\r\nHost: localhost\r\n";
    private static final Pattern KEY = Pattern.compile("Idempotency-Key: (\\S{36})\r\n");

    @Test
    void every_write_has_a_key_of_its_own() {
        Requests requests = Requests.writing(POST, List.of("a", "b"), "{}");
        Requests others = Requests.writing(POST, List.of("a", "b"), "{}");

        List<String> keys = IntStream.range(0, 2000)
                .mapToObj(number -> key(next(number % 2 == 0 ? requests : others)))
                .toList();

        assertThat(keys).doesNotHaveDuplicates();
    }

    @Test
    void users_take_turns() {
        Requests requests = Requests.writing(POST, List.of("a", "b"), "{}");

        assertThat(next(requests)).contains("Authorization: Bearer a\r\n");
        assertThat(next(requests)).contains("Authorization: Bearer b\r\n");
        assertThat(next(requests)).contains("Authorization: Bearer a\r\n");
    }

    @Test
    void bodies_take_turns_of_their_own() {
        Requests requests = Requests.writing(POST, List.of("a", "b", "c"), List.of("{}", "{\"amount\":1}"));

        assertThat(next(requests)).contains("Bearer a\r\n").endsWith("{}");
        assertThat(next(requests)).contains("Bearer b\r\n").endsWith("{\"amount\":1}");
        assertThat(next(requests)).contains("Bearer c\r\n").endsWith("{}");
        assertThat(next(requests)).contains("Bearer a\r\n").endsWith("{\"amount\":1}");
    }

    @Test
    void a_write_is_a_whole_message_with_its_body() {
        String write = next(Requests.writing(POST, List.of("a"), "{\"amount\":100}"));

        assertThat(write).startsWith(POST).endsWith("\r\n\r\n{\"amount\":100}");
        assertThat(length(write)).isEqualTo(write.length());
    }

    @Test
    void a_read_has_no_key_and_a_token_only_where_there_are_users() {
        String anonymous = next(Requests.reading(GET, List.of()));
        String personal = next(Requests.reading(GET, List.of("a")));

        assertThat(anonymous).isEqualTo(GET + "\r\n");
        assertThat(personal).isEqualTo(GET + "Authorization: Bearer a\r\n\r\n");
    }

    private static String next(Requests requests) {
        ByteBuffer buffer = ByteBuffer.allocate(1000);
        requests.next(buffer);
        return new String(buffer.array(), 0, buffer.position(), StandardCharsets.US_ASCII);
    }

    private static String key(String request) {
        Matcher matcher = KEY.matcher(request);
        assertThat(matcher.find()).as(request).isTrue();
        return matcher.group(1);
    }

    private static int length(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return new Message(bytes, bytes.length).length();
    }
}
