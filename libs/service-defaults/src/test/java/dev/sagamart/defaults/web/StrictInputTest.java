package dev.sagamart.defaults.web;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.defaults.DefaultsTest;
import dev.sagamart.defaults.Http.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictInputTest extends DefaultsTest {
    private static final String ID = "0199b1c0-0000-7000-8000-000000000001";
    private static final String BODY = "{\"id\":\"" + ID + "\"}";

    @Test
    void what_is_right_is_taken_as_it_is() {
        assertThat(http.get("/v1/literal/-7", token()).body()).isEqualTo("{\"number\":-7}");
        assertThat(http.get("/v1/ids/" + ID, token()).body()).isEqualTo(BODY);
        assertThat(post("application/json; charset=utf-8", BODY.getBytes(UTF_8)).body())
                .isEqualTo(BODY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0x1", "%231", "+1", "%201", "1%20", "%EF%BC%91", "%D9%A1", "1.0", "1e1", "9223372036854775808"})
    void a_number_has_one_form(String number) {
        assertProblem(http.get("/v1/literal/" + number, token()), 400, "VALIDATION_FAILED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-1-1-1-1", "x", "0199b1c0000070008000000000000001"})
    void an_id_has_one_form(String id) {
        assertProblem(http.get("/v1/ids/" + id, token()), 400, "VALIDATION_FAILED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"AAAAAAAAAAAAAAAAAAAAAA==\"", "\"1-1-1-1-1\"", "\"\"", "1", "[]"})
    void an_id_in_a_body_has_no_other(String id) {
        assertProblem(post("application/json", ("{\"id\":" + id + "}").getBytes(UTF_8)), 400, "MALFORMED_REQUEST");
    }

    @ParameterizedTest
    @MethodSource
    void a_body_is_utf_8(byte[] body) {
        assertProblem(post("application/json", body), 400, "MALFORMED_REQUEST");
    }

    static Stream<byte[]> a_body_is_utf_8() {
        return Stream.of(
                BODY.getBytes(UTF_16BE),
                BODY.getBytes(UTF_16LE),
                BODY.getBytes(Charset.forName("UTF-32BE")),
                ("\ufeff" + BODY).getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/*",
                "application/*+json",
                "application/problem+json",
                "application/json;charset=UTF-16",
                "application/json;charset=ISO-8859-1",
                "application/json;charset=nonsense",
                "json",
                ";"
            })
    void a_body_is_json_and_nothing_like_it(String type) {
        assertProblem(post(type, BODY.getBytes(UTF_8)), 415, "UNSUPPORTED_MEDIA_TYPE");
        assertThat(errorsLogged()).isEmpty();
    }

    private Answer post(String type, byte[] body) {
        return http.send(http.request("/v1/named")
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body)));
    }
}
