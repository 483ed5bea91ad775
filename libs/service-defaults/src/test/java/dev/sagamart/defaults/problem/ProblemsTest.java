package dev.sagamart.defaults.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.defaults.DefaultsTest;
import dev.sagamart.defaults.Http.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemsTest extends DefaultsTest {
    private static final String GOOD = "{\"items\":[{\"productId\":1,\"quantity\":2}],\"note\":null}";

    private Answer get(String path) {
        return http.get(path, token());
    }

    private Answer basket(String body) {
        return http.post("/v1/baskets", token(), body);
    }

    private static java.util.List<String> fields(Answer answer) {
        return StreamSupport.stream(answer.json().get("errors").spliterator(), false)
                .map(error -> {
                    assertThat(error.get("message").asString()).isNotEmpty();
                    return error.get("field").asString();
                })
                .toList();
    }

    @Test
    void a_good_request_is_no_problem() {
        assertThat(basket(GOOD).status()).isEqualTo(200);
        assertThat(get("/v1/numbers/7").body()).isEqualTo("7");
        assertThat(get("/v1/search?least=1").body()).isEqualTo("found");
    }

    @Test
    void a_path_that_does_not_exist() {
        Answer answer = get("/v1/nothing/here");

        assertProblem(answer, 404, "NOT_FOUND");
        assertThat(answer.json().get("instance").asString()).isEqualTo("/v1/nothing/here");
        assertProblem(get("/"), 404, "NOT_FOUND");
        assertProblem(get("/index.html"), 404, "NOT_FOUND");
        assertThat(errorsLogged()).isEmpty();
    }

    @Test
    void a_method_that_a_path_does_not_have() {
        Answer answer = http.send(http.request("/v1/baskets")
                .header("Authorization", "Bearer " + token())
                .DELETE());

        assertProblem(answer, 405, "METHOD_NOT_ALLOWED");
        assertThat(answer.header("Allow")).isEqualTo("POST");
        assertThat(errorsLogged()).isEmpty();
    }

    @Test
    void a_form_of_answer_that_we_do_not_have() {
        Answer answer = http.send(http.request("/v1/baskets")
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .header("Accept", "application/xml")
                .POST(BodyPublishers.ofString(GOOD)));

        assertProblem(answer, 406, "NOT_ACCEPTABLE");
    }

    @Test
    void a_form_of_body_that_we_do_not_read() {
        for (String type : new String[] {"text/plain", "application/x-www-form-urlencoded", "application/xml"}) {
            Answer answer = http.send(http.request("/v1/baskets")
                    .header("Authorization", "Bearer " + token())
                    .header("Content-Type", type)
                    .POST(BodyPublishers.ofString(GOOD)));

            assertProblem(answer, 415, "UNSUPPORTED_MEDIA_TYPE");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{",
                "not json",
                "[]",
                "\"text\"",
                "{\"items\":[{\"productId\":1,\"quantity\":2}],\"typo\":1}",
                "{\"items\":[{\"productId\":1,\"quantity\":2}],\"items\":[]}",
                "{\"items\":[{\"productId\":1,\"quantity\":2}]} {}",
                "{\"items\":[{\"productId\":1,\"quantity\":2}]} // why",
                "{\"items\":[{\"productId\":\"1\",\"quantity\":2}]}",
                "{\"items\":[{\"productId\":1,\"quantity\":\"\"}]}",
                "{\"items\":[{\"productId\":1,\"quantity\":2.0}]}",
                "{\"items\":[{\"productId\":1,\"quantity\":1e3}]}",
                "{\"items\":[{\"productId\":1,\"quantity\":true}]}",
                "{\"items\":[{\"productId\":1,\"quantity\":99999999999}]}",
                "{\"items\":[{\"productId\":1,\"quantity\":NaN}]}",
                "{\"items\":[],\"note\":5}",
                "{\"items\":[],\"note\":true}",
                "{\"items\":{\"productId\":1,\"quantity\":1}}",
                "{'items':[]}"
            })
    void a_body_that_is_not_what_it_should_be(String body) {
        assertProblem(basket(body), 400, "MALFORMED_REQUEST");
        assertThat(errorsLogged()).isEmpty();
    }

    @Test
    void a_malformed_body_is_told_where_it_is_malformed() {
        assertThat(basket("{\"items\":[{\"productId\":1,\"quantity\":\"two\"}]}")
                        .json()
                        .get("detail")
                        .asString())
                .contains("\"items[0].quantity\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                              | items",
                "{\"items\":null}                                                | items",
                "{\"items\":[]}                                                  | items",
                "{\"items\":[{\"productId\":1}]}                                 | items[0].quantity",
                "{\"items\":[{\"productId\":1,\"quantity\":0}]}                  | items[0].quantity",
                "{\"items\":[{\"productId\":1,\"quantity\":11}]}                 | items[0].quantity",
                "{\"items\":[{\"productId\":null,\"quantity\":1}]}               | items[0].productId",
                "{\"items\":[{\"productId\":1,\"quantity\":1}],\"note\":\"too long\"} | note"
            })
    void a_body_with_a_value_that_is_not_valid(String body, String field) {
        Answer answer = basket(body);

        assertProblem(answer, 400, "VALIDATION_FAILED");
        assertThat(fields(answer)).containsExactly(field);
        assertThat(errorsLogged()).isEmpty();
    }

    @Test
    void all_wrong_fields_are_named_in_order() {
        Answer answer = basket("{\"items\":[{\"quantity\":0},{\"productId\":1}],\"note\":\"too long\"}");

        assertThat(fields(answer))
                .containsExactly("items[0].productId", "items[0].quantity", "items[1].quantity", "note");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/numbers/seven,number",
        "/v1/numbers/1.5,number",
        "/v1/numbers/99999999999999999999,number",
        "/v1/search?least=x,least",
        "/v1/search?least=0,least",
        "/v1/search?least=10,least",
        "/v1/search?least=1&word=long,word"
    })
    void a_parameter_that_is_not_valid(String path, String field) {
        Answer answer = get(path);

        assertProblem(answer, 400, "VALIDATION_FAILED");
        assertThat(fields(answer)).containsExactly(field);
        assertThat(errorsLogged()).isEmpty();
    }

    @Test
    void a_parameter_that_is_missing() {
        assertProblem(get("/v1/search"), 400, "MALFORMED_REQUEST");
        assertThat(errorsLogged()).isEmpty();
    }

    @Test
    void a_refusal_of_our_own_keeps_its_code_and_its_members() {
        Answer answer = get("/v1/refused");

        assertProblem(answer, 409, "SOLD_OUT");
        assertThat(answer.json().get("title").asString()).isEqualTo("Sold out");
        assertThat(answer.json().get("left").asInt()).isZero();
        assertThat(errorsLogged()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/broken", "/v1/worse", "/v1/fragile"})
    void what_is_our_fault_is_logged_once_and_not_explained(String path) {
        Answer answer = get(path);

        assertProblem(answer, 500, "INTERNAL_ERROR");
        assertThat(answer.body()).doesNotContain("secret");
        assertThat(errorsLogged()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/outage/transaction",
                "/v1/outage/resource",
                "/v1/outage/rollback",
                "/v1/outage/given-up",
                "/v1/outage/shut-down"
            })
    void an_absent_database_is_no_error_of_ours_and_worth_a_retry(String path) {
        Answer answer = get(path);

        assertProblem(answer, 503, "SERVICE_UNAVAILABLE");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(errorsLogged()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/numbers/7;a=b HTTP/1.1",
                "GET /v1//numbers/7 HTTP/1.1",
                "GET /v1/%2e%2e/numbers HTTP/1.1",
                "GET /v1/numbers/%00 HTTP/1.1",
                "GET /v1/numbers/{7} HTTP/1.1",
                "GET /v1/numbers/%zz HTTP/1.1",
                "TRACE /v1/numbers/7 HTTP/1.1",
                "BREW /v1/numbers/7 HTTP/1.1",
                "GET http://[broken/ HTTP/1.1"
            })
    void what_never_reaches_a_controller_tells_nothing_about_us(String requestLine) throws Exception {
        String answer = raw(requestLine + "\r\nHost: localhost\r\nAuthorization: Bearer " + token()
                + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 4");
        assertThat(answer).doesNotContain("dev.sagamart", "Exception", "java.", "org.", "Tomcat", "at com.");
        assertThat(errorsLogged()).isEmpty();
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", http.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
