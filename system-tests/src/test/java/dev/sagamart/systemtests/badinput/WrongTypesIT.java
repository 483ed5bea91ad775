package dev.sagamart.systemtests.badinput;

import dev.sagamart.systemtests.documents.Operation;
import dev.sagamart.systemtests.suite.SuiteUnderTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Values of another type than the documented one: nothing is turned into anything else. */
@Order(2)
class WrongTypesIT extends BadInputTest {
    private static final String MALFORMED = "400 MALFORMED_REQUEST";
    private static final String INVALID = "400 VALIDATION_FAILED";
    private static final List<String> NO_NUMBERS = List.of(
            "\"100\"",
            "\"\"",
            "\" 1\"",
            "true",
            "10.5",
            "10.0",
            "1e3",
            "1E2",
            "[]",
            "[1]",
            "{}",
            "-",
            "+1",
            "01",
            "0x10",
            "1_000",
            ".5",
            "1.",
            "NaN",
            "99999999999999999999",
            "9223372036854775808",
            "-9223372036854775809",
            "1e400");
    private static final List<String> NO_FLAGS = List.of("0", "1", "\"true\"", "\"\"", "True", "[]", "[true]", "{}");
    private static final List<String> NO_TEXTS = List.of("1", "-1.5", "true", "false", "[]", "[\"a\"]", "{}");

    WrongTypesIT(SuiteUnderTest suite) {
        super(suite);
    }

    @TestFactory
    Stream<DynamicTest> a_value_of_another_type_is_malformed() {
        return withBody().stream()
                .flatMap(operation -> Json.leaves(samples.json(operation)).stream()
                        .flatMap(leaf ->
                                wrong(operation, leaf).map(literal -> with(operation, leaf, literal, MALFORMED))));
    }

    @TestFactory
    Stream<DynamicTest> what_is_needed_can_be_neither_null_nor_left_out() {
        return withBody().stream()
                .filter(operation -> !operation.method().equals("PATCH"))
                .flatMap(operation -> Json.leaves(samples.json(operation)).stream()
                        .filter(leaf -> !leaf.endsWith("/maxAmount"))
                        .flatMap(leaf -> Stream.of(
                                with(operation, leaf, "null", INVALID),
                                refused(
                                        operation + " without " + leaf,
                                        call(operation).body(Json.without(samples.body(operation), leaf)),
                                        INVALID))));
    }

    @TestFactory
    Stream<DynamicTest> a_revision_is_no_way_to_take_something_away() {
        return withBody().stream()
                .filter(operation -> operation.method().equals("PATCH"))
                .flatMap(operation -> Stream.of(
                        with(operation, "/name", "null", MALFORMED),
                        with(operation, "/price", "null", MALFORMED),
                        refused(operation + " with nothing", call(operation).body("{}"), INVALID)));
    }

    @TestFactory
    Stream<DynamicTest> lists_and_objects_are_what_they_are() {
        Operation order = named("POST /v1/orders");
        Operation campaign = named("POST /v1/coupon-campaigns");
        return Stream.of(
                with(order, "/items", "{}", MALFORMED),
                with(order, "/items", "\"x\"", MALFORMED),
                with(order, "/items", "1", MALFORMED),
                with(order, "/items", "null", INVALID),
                with(order, "/items", "[]", INVALID),
                with(order, "/items", "[null]", INVALID),
                with(order, "/items", "[[]]", MALFORMED),
                with(order, "/items", "[1]", MALFORMED),
                with(order, "/items", "[{}]", INVALID),
                with(campaign, "/discount", "[]", MALFORMED),
                with(campaign, "/discount", "\"FIXED\"", MALFORMED),
                with(campaign, "/discount", "null", INVALID),
                with(campaign, "/discount", "{}", INVALID));
    }

    private Stream<String> wrong(Operation operation, String leaf) {
        JsonNode value = samples.json(operation).at(leaf);
        if (value.isBoolean()) {
            return NO_FLAGS.stream();
        }
        return (value.isNumber() ? NO_NUMBERS : NO_TEXTS).stream();
    }

    private DynamicTest with(Operation operation, String pointer, String literal, String outcome) {
        String body = Json.with(samples.body(operation), pointer, literal);
        return refused(
                operation + " with " + pointer + " = " + literal,
                call(operation).body(body),
                outcome);
    }

    private static Operation named(String name) {
        return withBody().stream()
                .filter(operation -> operation.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
