package dev.sagamart.systemtests.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.local.suite.Service;
import dev.sagamart.systemtests.badinput.Wire.Answer;
import dev.sagamart.systemtests.suite.SuiteUnderTest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;

/** Bytes that are not quite HTTP; what hides in them must not become a request of its own. */
@Order(2)
class WrongFramingIT extends BadInputTest {
    private final int port;
    private final String token;

    WrongFramingIT(SuiteUnderTest suite) {
        super(suite);
        this.port = suite.ports().http(Service.GATEWAY);
        this.token = "Authorization: Bearer " + suite.mint().token(samples.owner(), false) + "\r\n";
    }

    @TestFactory
    Stream<DynamicTest> bytes_that_are_not_http_are_refused() {
        return bytes().entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(row.getKey(), () -> {
                    List<Answer> answers = send(row.getValue());

                    assertThat(answers)
                            .as(answers.toString())
                            .hasSizeLessThanOrEqualTo(1)
                            .allSatisfy(answer -> {
                                assertThat(answer.status()).isBetween(400, 499);
                                assertThat(answer.header("server")).isEmpty();
                                assertThat(answer.body()).doesNotContain("Exception", "io.netty", "reactor", "java.");
                            });
                    aGoodRequestWorks();
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_request_hidden_in_another_is_not_carried_out() {
        return smuggled().entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(row.getKey(), () -> {
                    List<Answer> answers = send(row.getValue());

                    assertThat(answers)
                            .as(answers.toString())
                            .hasSizeLessThanOrEqualTo(1)
                            .allSatisfy(answer -> {
                                assertThat(answer.status()).isBetween(400, 499);
                            });
                    aGoodRequestWorks();
                }));
    }

    private List<Answer> send(String bytes) throws IOException {
        try (var wire = new Wire(port)) {
            return wire.write(bytes).answers();
        }
    }

    private Map<String, String> bytes() {
        Map<String, String> rows = new LinkedHashMap<>();
        String head = "Host: a\r\n" + token;
        rows.put("no HTTP at all", "hello\r\n\r\n");
        rows.put("TLS", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003\r\n\r\n");
        rows.put("HTTP/2 without asking", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        rows.put("no version", "GET /v1/points\r\n\r\n");
        rows.put("four words", "GET /v1/points x HTTP/1.1\r\n" + head + "\r\n");
        rows.put(
                "a request line of 20,000 letters",
                "GET /v1/products?cursor=" + "x".repeat(20_000) + " HTTP/1.1\r\n" + head + "\r\n");
        rows.put(
                "a header of 20,000 letters",
                "GET /v1/points HTTP/1.1\r\n" + head + "X: " + "x".repeat(20_000) + "\r\n\r\n");
        rows.put("2,000 headers", "GET /v1/points HTTP/1.1\r\n" + head + "X-A: 12345678\r\n".repeat(2_000) + "\r\n");
        rows.put("a header without a name", "GET /v1/points HTTP/1.1\r\n" + head + ": x\r\n\r\n");
        rows.put("a space in a header name", "GET /v1/points HTTP/1.1\r\n" + head + "X Y: x\r\n\r\n");
        rows.put("a zero byte in a header", "GET /v1/points HTTP/1.1\r\n" + head + "X: a\0b\r\n\r\n");
        rows.put("a zero byte in the path", "GET /v1/po\0ints HTTP/1.1\r\n" + head + "\r\n");
        rows.put("a length that is no number", post("Content-Length: ten\r\n", "{\"amount\":1}"));
        rows.put("a negative length", post("Content-Length: -1\r\n", "{\"amount\":1}"));
        rows.put("a length with a sign", post("Content-Length: +12\r\n", "{\"amount\":1}"));
        rows.put("a length beyond all numbers", post("Content-Length: 99999999999999999999\r\n", "{\"amount\":1}"));
        rows.put("two lengths", post("Content-Length: 12\r\nContent-Length: 13\r\n", "{\"amount\":1} "));
        rows.put("a list of lengths", post("Content-Length: 12, 13\r\n", "{\"amount\":1} "));
        rows.put(
                "a chunk size that is no number",
                post("Transfer-Encoding: chunked\r\n", "xx\r\n{\"amount\":1}\r\n0\r\n\r\n"));
        rows.put("a negative chunk size", post("Transfer-Encoding: chunked\r\n", "-1\r\n{\"amount\":1}\r\n0\r\n\r\n"));
        rows.put(
                "a chunk size beyond all numbers",
                post("Transfer-Encoding: chunked\r\n", "fffffffffffffffff\r\n{\"amount\":1}\r\n0\r\n\r\n"));
        rows.put("TRACE", "TRACE /v1/points HTTP/1.1\r\n" + head + "\r\n");
        rows.put("CONNECT", "CONNECT 127.0.0.1:22 HTTP/1.1\r\n" + head + "\r\n");
        rows.put("an unknown method", "BREW /v1/points HTTP/1.1\r\n" + head + "\r\n");
        rows.put("an asterisk", "OPTIONS * HTTP/1.1\r\n" + head + "\r\n");
        rows.put("the address of another host", "GET http://127.0.0.1:1/v1/nothing HTTP/1.1\r\n" + head + "\r\n");
        rows.put("a fragment of a file", "GET file:///etc/passwd HTTP/1.1\r\n" + head + "\r\n");
        rows.put("a bad escape", "GET /v1/products/%zz HTTP/1.1\r\n" + head + "\r\n");
        rows.put("a cut escape", "GET /v1/products/% HTTP/1.1\r\n" + head + "\r\n");
        rows.put("bytes that are not ASCII", "GET /v1/products/\u00ff\u00fe HTTP/1.1\r\n" + head + "\r\n");
        rows.put("a bad escape in the query", "GET /v1/products?limit=%zz HTTP/1.1\r\n" + head + "\r\n");
        rows.put("signs that belong escaped", "GET /v1/products/<>\"{}|^` HTTP/1.1\r\n" + head + "\r\n");
        rows.put("a backslash", "GET /v1\\products HTTP/1.1\r\n" + head + "\r\n");
        return rows;
    }

    /** Whatever the outer request is taken for, the charge inside would change a balance. */
    private Map<String, String> smuggled() {
        String inner = post("Content-Length: 12\r\n", "{\"amount\":1}");
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("length and chunks", post("Content-Length: 6\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n" + inner));
        rows.put(
                "chunks and length",
                post("Transfer-Encoding: chunked\r\nContent-Length: " + inner.length() + "\r\n", "0\r\n\r\n" + inner));
        rows.put(
                "chunks in capitals", post("Content-Length: 0\r\nTransfer-Encoding: CHUNKED\r\n", "0\r\n\r\n" + inner));
        rows.put(
                "chunks behind a tab",
                post("Content-Length: 0\r\nTransfer-Encoding:\tchunked\r\n", "0\r\n\r\n" + inner));
        rows.put(
                "chunks with a space before the colon",
                post("Transfer-Encoding : chunked\r\nContent-Length: 0\r\n", inner));
        rows.put("chunks and something unknown", post("Transfer-Encoding: chunked, x\r\nContent-Length: 0\r\n", inner));
        rows.put("something unknown", post("Transfer-Encoding: xchunked\r\nContent-Length: 0\r\n", inner));
        rows.put(
                "two different lengths",
                post("Content-Length: 0\r\nContent-Length: " + inner.length() + "\r\n", inner));
        rows.put(
                "a length hidden by a line feed",
                post("X: a\nContent-Length: " + inner.length() + "\r\nContent-Length: 0\r\n", inner));
        return rows;
    }

    private String post(String headers, String body) {
        return "POST /v1/points/charges HTTP/1.1\r\nHost: a\r\n" + token
                + "Idempotency-Key: " + UUID.randomUUID() + "\r\nContent-Type: application/json\r\n"
                + headers + "\r\n" + body;
    }
}
