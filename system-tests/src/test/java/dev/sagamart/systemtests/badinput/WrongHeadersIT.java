package dev.sagamart.systemtests.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagamart.systemtests.documents.Operation;
import dev.sagamart.systemtests.documents.Operations;
import dev.sagamart.systemtests.http.Call;
import dev.sagamart.systemtests.http.Reply;
import dev.sagamart.systemtests.shop.Shop;
import dev.sagamart.systemtests.suite.SuiteUnderTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headers that are missing, wrong, or say what only we may say. */
@Order(2)
class WrongHeadersIT extends BadInputTest {
    private static final String KEY = "Idempotency-Key";
    private static final List<String> NO_KEYS = List.of(
            "",
            " ",
            "short",
            "1234567",
            "x".repeat(129),
            "has space in it",
            "semi;colon;key",
            "comma,comma,key",
            "slash/slash",
            "\"unbalanced",
            "unbalanced\"",
            "\"\"",
            "\"short\"",
            "'quoted-key'",
            "%0d%0aX: 1234",
            "*?[]{}()key",
            "key\tkey-key",
            "../../../etc",
            "$(reboot)-key",
            "${jndi:ldap}",
            "' or '1'='1",
            "eval(redis.call)",
            "key-key-key, key-key-key");

    WrongHeadersIT(SuiteUnderTest suite) {
        super(suite);
    }

    @TestFactory
    Stream<DynamicTest> a_key_of_another_form_is_malformed() {
        return writes().flatMap(operation -> NO_KEYS.stream()
                .map(key -> refused(
                        operation + " with the key " + key,
                        withBody(operation).key(key),
                        "400 IDEMPOTENCY_KEY_MALFORMED")));
    }

    @TestFactory
    Stream<DynamicTest> there_is_exactly_one_key() {
        return writes().flatMap(operation -> Stream.of(
                refused(operation + " without a key", withBody(operation).withoutKey(), "400 IDEMPOTENCY_KEY_MISSING"),
                refused(
                        operation + " with two keys",
                        withBody(operation).header(KEY, "another-good-key"),
                        "400 IDEMPOTENCY_KEY_MALFORMED")));
    }

    @TestFactory
    Stream<DynamicTest> a_body_of_another_type_is_not_supported() {
        List<String> types = List.of(
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/octet-stream",
                "application/x-ndjson",
                "text/json",
                "application/problem+json",
                "application/json;charset=UTF-16",
                "application/json;charset=ISO-8859-1",
                "*/*",
                "application/*");
        List<String> noTypes = List.of("json", "application", "application/json; charset=nonsense", "a/b/c", ";");
        return withBody().stream()
                .flatMap(operation -> Stream.concat(
                        types.stream().map(type -> typed(operation, type, "415 UNSUPPORTED_MEDIA_TYPE")),
                        noTypes.stream()
                                .map(type -> typed(
                                        operation, type, "415 UNSUPPORTED_MEDIA_TYPE", "400 MALFORMED_REQUEST"))));
    }

    @TestFactory
    Stream<DynamicTest> an_answer_in_another_form_is_not_to_be_had() {
        return Operations.all().stream()
                .filter(operation -> !operation.isWrite())
                .flatMap(operation -> Stream.of("text/csv", "application/xml", "text/html", "image/*", "nonsense")
                        .map(type -> refused(
                                operation + " as " + type,
                                call(operation).header("Accept", type),
                                "406 NOT_ACCEPTABLE")));
    }

    private DynamicTest typed(Operation operation, String type, String... outcomes) {
        return refused(
                operation + " with a body of " + type, call(operation).body(samples.body(operation), type), outcomes);
    }

    @ParameterizedTest
    @CsvSource({
        "X-User-Id, %s",
        "X-User, %s",
        "X-Forwarded-User, %s",
        "X-Auth-Request-User, %s",
        "X-Remote-User, %s",
        "X-Internal-User, %s",
        "X-Authenticated-Userid, %s",
        "X-Original-URL, /v1/orders",
        "X-Rewrite-URL, /v1/orders",
        "X-HTTP-Method-Override, DELETE",
        "X-Method-Override, DELETE",
        "Forwarded, for=10.0.0.1;host=evil.example;proto=https",
        "X-Forwarded-For, 10.0.0.1",
        "X-Forwarded-Host, evil.example",
        "X-Forwarded-Prefix, /evil",
        "X-Forwarded-Proto, gopher",
        "X-Forwarded-Port, 0",
        "X-Real-IP, 127.0.0.1",
        "traceparent, 00-nonsense-nonsense-00",
        "baggage, userId=%s",
        "tracestate, '=,=;'",
        "Range, bytes=0-1",
        "If-None-Match, *",
        "Accept-Encoding, gzip;q=9",
        "Accept-Language, '../../etc/passwd'",
        "Cookie, 'session=%s; user=admin'",
    })
    void a_header_does_not_make_anybody_somebody_else(String name, String value) {
        String stranger = Shop.user("stranger");

        Reply reply = client.get("/v1/points")
                .as(stranger)
                .header(name, value.replace("%s", samples.owner()))
                .send();

        assertThat(reply.expect("200").number("balance")).isZero();
        assertThat(reply.headers().map().toString()).doesNotContain("evil");
    }

    private static Stream<Operation> writes() {
        return Operations.all().stream().filter(Operation::isWrite);
    }

    private Call withBody(Operation operation) {
        String body = samples.body(operation);
        return body.isEmpty() ? call(operation) : call(operation).body(body);
    }
}
