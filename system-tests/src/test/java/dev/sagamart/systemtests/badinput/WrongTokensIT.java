package dev.sagamart.systemtests.badinput;

import dev.sagamart.systemtests.documents.Operation;
import dev.sagamart.systemtests.http.Call;
import dev.sagamart.systemtests.suite.SuiteUnderTest;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;

/** Tokens that are forged, of somebody else, or in another place. */
@Order(2)
class WrongTokensIT extends BadInputTest {
    private static final String UNKNOWN = "401 UNAUTHENTICATED";

    WrongTokensIT(SuiteUnderTest suite) {
        super(suite);
    }

    @TestFactory
    Stream<DynamicTest> a_forged_token_opens_nothing() throws Exception {
        Map<String, String> forged = new ForgedTokens(suite).all();
        return withoutAnonymous().stream()
                .flatMap(operation -> forged.entrySet().stream()
                        .map(token -> refused(
                                operation + " with a token " + token.getKey(),
                                asking(operation).bearer(token.getValue()),
                                UNKNOWN)));
    }

    @TestFactory
    Stream<DynamicTest> a_token_counts_once_and_in_its_place_only() {
        String good = suite.mint().token("somebody", true);
        return withoutAnonymous().stream()
                .flatMap(operation -> Stream.of(
                        refused(
                                operation + ": two tokens",
                                authorized(operation, "Bearer " + good).bearer(good),
                                UNKNOWN,
                                "400 MALFORMED_REQUEST"),
                        refused(operation + ": Basic", authorized(operation, "Basic YTpi"), UNKNOWN),
                        refused(operation + ": no scheme", authorized(operation, good), UNKNOWN),
                        refused(operation + ": Bearer alone", authorized(operation, "Bearer"), UNKNOWN),
                        refused(operation + ": two words", authorized(operation, "Bearer a b"), UNKNOWN),
                        refused(
                                operation + ": in a list",
                                authorized(operation, "Bearer " + good + ", Bearer " + good),
                                UNKNOWN),
                        refused(
                                operation + ": not ASCII",
                                authorized(operation, "Bearer \u00e9\u00e9"),
                                UNKNOWN,
                                "400 MALFORMED_REQUEST"),
                        refused(
                                operation + ": in a cookie",
                                asking(operation).header("Cookie", "access_token=" + good),
                                UNKNOWN),
                        refused(
                                operation + ": in another header",
                                asking(operation).header("X-Authorization", "Bearer " + good),
                                UNKNOWN),
                        refused(operation + ": in the query", inQuery(operation, good), UNKNOWN)));
    }

    private Call authorized(Operation operation, String value) {
        return asking(operation).header("Authorization", value);
    }

    private Call inQuery(Operation operation, String token) {
        return client.call(operation.method(), samples.path(operation) + "?access_token=" + token);
    }

    private Call asking(Operation operation) {
        Call call = client.call(operation.method(), samples.path(operation));
        String body = samples.body(operation);
        return body.isEmpty() ? call : call.body(body);
    }
}
