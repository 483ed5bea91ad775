package dev.sagamart.systemtests.badinput;

import dev.sagamart.systemtests.documents.Operation;
import dev.sagamart.systemtests.documents.Operations;
import dev.sagamart.systemtests.http.Call;
import dev.sagamart.systemtests.suite.SuiteUnderTest;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;

/** Ids, queries and paths that lead nowhere, and must not lead somewhere else either. */
@Order(2)
class WrongAddressesIT extends BadInputTest {
    private static final String MALFORMED = "400 MALFORMED_REQUEST";
    private static final String INVALID = "400 VALIDATION_FAILED";
    private static final String NOTHING = "404 NOT_FOUND";
    private static final String NO_NUMBERS =
            "x 1x 1.5 1e3 0x1 %231 +1 %2B1 %201 1%20 1_000 1,000 --1 %EF%BC%91 %D9%A1 NaN null "
                    + "9223372036854775808 -9223372036854775809 99999999999999999999 '%20or%201=1 1' 1%27%20or%20%271%27=%271 "
                    + "1)%20union%20select 1%3Bdrop%20table%20product %7B%7B7*7%7D%7D $%7Bjndi:ldap:x%7D %3Cscript%3E %F0%9F%92%A3";
    private static final String NO_UUIDS = "x 1 1-1-1-1-1 0199b1c0-0000-7000-8000 0199b1c0000070008000000000000001 "
            + "0199b1c0-0000-7000-8000-00000000000g %7B0199b1c0-0000-7000-8000-000000000001%7D "
            + "0199b1c0-0000-7000-8000-000000000001'%20or%20'1'='1";
    private static final String QUERIES =
            "limit= limit=0 limit=-1 limit=101 limit=x limit=1.5 limit=1e1 limit=%2B5 limit=%205 "
                    + "limit=0x10 limit=99999999999 limit=%D9%A1 limit=null cursor= cursor=x cursor=AAAA cursor=%00 cursor=%0D%0A "
                    + "cursor='%20or%20'1'='1 cursor=MQ== cursor=%F0%9F%92%A3 cursor=../.. limit=5&limit=500 cursor=a&cursor=b";
    private static final String STRANGE_PATHS =
            "/v1/products/ /v1/products// /v1//products //v1/products /v1/./products "
                    + "/v1/products/../points /v1/products/%2e%2e/points /v1/products/..%2fpoints /v1/products/1%2Frestocks "
                    + "/v1/products/1%00 /v1/products/%00 /v1/products/1%0d%0aX:1 /v1/products/1;a=b /v1/products;a=b/1 "
                    + "/v1/products/1%3Ba=b /v1/products/%5c..%5c /V1/products /v1/Products /v1/products/1/ /v1/products.json "
                    + "/v1/products/1.json /v1%2Fproducts /v1/products%20 /%2e/v1/products /internal/requests/12345678 "
                    + "/actuator /actuator/env /actuator/gateway/routes /v3/api-docs /error /documents/../v1/points "
                    + "/v1/products/%C0%AE%C0%AE/points /v1/orders/../../internal/requests/12345678";

    WrongAddressesIT(SuiteUnderTest suite) {
        super(suite);
    }

    @TestFactory
    Stream<DynamicTest> an_id_that_is_no_number_is_invalid() {
        return Operations.all().stream()
                .filter(operation -> operation.path().matches(".*\\{(product|campaign)Id}.*"))
                .flatMap(operation -> ids(operation, NO_NUMBERS));
    }

    @TestFactory
    Stream<DynamicTest> an_id_that_is_no_uuid_is_invalid() {
        return Operations.all().stream()
                .filter(operation -> operation.path().contains("{orderId}"))
                .flatMap(operation -> ids(operation, NO_UUIDS));
    }

    private Stream<DynamicTest> ids(Operation operation, String ids) {
        return Arrays.stream(ids.split(" ")).map(id -> {
            String path = operation.path().replaceFirst("\\{\\w+}", Matcher.quoteReplacement(id));
            return refused(operation.method() + " " + path, to(operation, path), INVALID, MALFORMED);
        });
    }

    @TestFactory
    Stream<DynamicTest> an_id_that_nobody_has_is_not_found() {
        return Operations.all().stream()
                .filter(operation -> !operation.isWrite() && operation.path().matches(".*\\{(product|campaign)Id}.*"))
                .flatMap(operation -> Stream.of("0", "-1", "999999999", "9223372036854775807", "-9223372036854775808")
                        .map(id -> {
                            String path = operation.path().replaceFirst("\\{\\w+}", id);
                            String thing = path.contains("products") ? "PRODUCT" : "CAMPAIGN";
                            return refused(
                                    operation.method() + " " + path,
                                    to(operation, path),
                                    "404 " + thing + "_NOT_FOUND");
                        }));
    }

    @TestFactory
    Stream<DynamicTest> a_page_that_cannot_be_is_invalid() {
        return Operations.all().stream()
                .filter(operation -> operation.parameters("query").stream()
                        .anyMatch(parameter -> parameter.path("name").asString().equals("limit")))
                .flatMap(operation -> Arrays.stream(QUERIES.split(" "))
                        .map(query -> refused(
                                operation.path() + "?" + query,
                                to(operation, samples.path(operation) + "?" + query),
                                INVALID,
                                MALFORMED)));
    }

    @TestFactory
    Stream<DynamicTest> a_strange_path_leads_nowhere() {
        return Stream.of(STRANGE_PATHS.split(" "))
                .flatMap(path -> Stream.of("GET", "POST")
                        .map(method -> refused(
                                method + " " + path,
                                client.call(method, path).as(samples.owner()),
                                NOTHING,
                                MALFORMED,
                                INVALID,
                                "404 PRODUCT_NOT_FOUND",
                                "405 METHOD_NOT_ALLOWED")));
    }

    @TestFactory
    Stream<DynamicTest> a_method_that_is_not_offered_is_refused() {
        List<String> methods = List.of("PUT", "DELETE", "OPTIONS", "LINK", "PROPFIND", "PURGE", "get", "Post");
        return Operations.all().stream()
                .map(samples::path)
                .distinct()
                .flatMap(path -> methods.stream()
                        .map(method -> refused(
                                method + " " + path,
                                client.call(method, path)
                                        .asAdmin()
                                        .key("a-key-for-nothing")
                                        .body("{}"),
                                "405 METHOD_NOT_ALLOWED",
                                MALFORMED)));
    }

    private Call to(Operation operation, String path) {
        Call call = client.call(operation.method(), path);
        String body = samples.body(operation);
        return (operation.isForAdmins() ? call.asAdmin() : call.as(samples.owner())).body(body);
    }
}
