package dev.sagamart.systemtests.badinput;

import dev.sagamart.systemtests.documents.Operation;
import dev.sagamart.systemtests.suite.SuiteUnderTest;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;

/** Values of the right type that cannot be meant. */
@Order(2)
class WrongValuesIT extends BadInputTest {
    private static final String MALFORMED = "400 MALFORMED_REQUEST";
    private static final String INVALID = "400 VALIDATION_FAILED";
    private static final String NUMBERS = """
            POST /v1/points/charges                   | /amount             | 0 -0 -1 1000001 9223372036854775807 -9223372036854775808
            POST /v1/products                         | /price              | 0 -1 1000000001 9223372036854775807
            POST /v1/products                         | /stock              | -1 1000000001 9223372036854775807
            PATCH /v1/products/{productId}            | /price              | 0 -1 1000000001 9223372036854775807
            POST /v1/products/{productId}/restocks    | /quantity           | 0 -1 1000000001 9223372036854775807
            POST /v1/orders                           | /items/0/quantity   | 0 -1 1001 2147483647 -2147483648
            POST /v1/orders                           | /items/0/productId  | 0 -1 -9223372036854775808
            POST /v1/coupon-campaigns                 | /quantity           | 0 -1 10000001 9223372036854775807
            POST /v1/coupon-campaigns                 | /discount/value     | 0 -1 101 9223372036854775807
            POST /v1/coupon-campaigns                 | /discount/maxAmount | 0 -1 -9223372036854775808
            """;
    private static final String TIMES =
            "\"\" \"yesterday\" \"2026-01-01\" \"2026-01-01T00:00:00\" \"2026-13-01T00:00:00Z\" "
                    + "\"2026-02-30T00:00:00Z\" \"2026-01-01T25:00:00Z\" \"+999999999-12-31T23:59:59Z\" \"-0001-01-01T00:00:00Z\" "
                    + "\"2026-01-01T00:00:00+99:00\" \"1767225600\" 1767225600";
    private static final String UUIDS = "\"\" \"x\" \"1\" \"1-1-1-1-1\" \"AAAAAAAAAAAAAAAAAAAAAA==\" 1 true "
            + "\"0199b1c0000070008000000000000001\" \"{0199b1c0-0000-7000-8000-000000000001}\" "
            + "\"0199b1c0-0000-7000-8000-00000000000g\" \"0199b1c0-0000-7000-8000-0000000000011\" "
            + "\"urn:uuid:0199b1c0-0000-7000-8000-000000000001\"";

    WrongValuesIT(SuiteUnderTest suite) {
        super(suite);
    }

    @TestFactory
    Stream<DynamicTest> a_number_out_of_range_is_invalid() {
        return NUMBERS.lines()
                .map(line -> line.split("\\|"))
                .flatMap(cells -> Arrays.stream(cells[2].strip().split(" "))
                        .map(literal -> with(cells[0].strip(), cells[1].strip(), literal, INVALID)));
    }

    @TestFactory
    Stream<DynamicTest> a_number_too_large_for_its_field_is_malformed() {
        return Stream.of("2147483648", "-2147483649", "4294967297")
                .map(literal -> with("POST /v1/orders", "/items/0/quantity", literal, MALFORMED));
    }

    @TestFactory
    Stream<DynamicTest> a_name_must_be_readable() {
        Stream<String> names = Stream.of(
                "\"\"",
                "\"   \"",
                "\"\\t\"",
                "\"a\\u0000b\"",
                "\"a\\nb\"",
                "\"a\\r\\nSet-Cookie: b\"",
                "\"\\u001b[2J\"",
                "\"a\\u0085b\"",
                "\"\\ud800\"",
                "\"\\udc00x\"",
                quoted("x".repeat(201)),
                quoted("감".repeat(201)),
                quoted("x".repeat(50_000)));
        return names.flatMap(
                name -> Stream.of("POST /v1/products", "PATCH /v1/products/{productId}", "POST /v1/coupon-campaigns")
                        .map(operation -> with(operation, "/name", name, INVALID, MALFORMED)));
    }

    @TestFactory
    Stream<DynamicTest> a_time_is_one_of_rfc_3339() {
        return Stream.of("/issueFrom", "/issueUntil", "/validFrom", "/validUntil")
                .flatMap(pointer -> Arrays.stream(TIMES.split(" "))
                        .map(literal -> with("POST /v1/coupon-campaigns", pointer, literal, MALFORMED)));
    }

    @TestFactory
    Stream<DynamicTest> a_time_must_fit_to_the_other_times() {
        return Stream.of(
                with("POST /v1/coupon-campaigns", "/issueUntil", "\"2025-01-01T00:00:00Z\"", INVALID),
                with("POST /v1/coupon-campaigns", "/validUntil", "\"2026-01-01T00:00:00Z\"", INVALID));
    }

    @TestFactory
    Stream<DynamicTest> a_type_of_discount_is_one_of_the_two() {
        return Stream.of("\"\"", "\"fixed\"", "\"FREE\"", "\" FIXED\"", "0", "1", "\"0\"")
                .map(literal -> with("POST /v1/coupon-campaigns", "/discount/type", literal, MALFORMED));
    }

    @TestFactory
    Stream<DynamicTest> the_id_of_a_coupon_is_a_uuid_in_full() {
        String items = samples.body(named("POST /v1/orders"));
        return Arrays.stream(UUIDS.split(" ")).map(literal -> {
            String body = items.substring(0, items.length() - 1) + ",\"couponId\":" + literal + "}";
            return refused(
                    "an order with the coupon " + literal,
                    client.post("/v1/orders").as(samples.owner()).body(body),
                    MALFORMED);
        });
    }

    @TestFactory
    Stream<DynamicTest> an_order_has_1_to_20_different_products() {
        String one = "{\"productId\":1,\"quantity\":1}";
        StringBuilder many = new StringBuilder("{\"productId\":1,\"quantity\":1}");
        for (int product = 2; product <= 21; product++) {
            many.append(",{\"productId\":").append(product).append(",\"quantity\":1}");
        }
        return Stream.of("[]", "[" + one + "," + one + "]", "[" + many + "]", "[" + "null,".repeat(5_000) + "null]")
                .map(items -> with("POST /v1/orders", "/items", items, INVALID));
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private DynamicTest with(String operation, String pointer, String literal, String... outcomes) {
        Operation of = named(operation);
        String body = Json.with(samples.body(of), pointer, literal);
        String shown = literal.substring(0, Math.min(literal.length(), 60));
        return refused(operation + " with " + pointer + " = " + shown, call(of).body(body), outcomes);
    }

    private static Operation named(String name) {
        return withBody().stream()
                .filter(operation -> operation.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
