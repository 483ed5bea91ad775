package dev.sagamart.systemtests.contract;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The JSON types of the contract. */
enum Kind {
    /** A whole number without fraction or exponent. */
    NUMBER(node -> node.isIntegralNumber()),
    ID(node -> node.isIntegralNumber() && node.asLong() > 0),
    TEXT(node -> node.isString()),
    UUID(node ->
            node.isString() && matches(node, "[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")),
    TIME(node -> node.isString() && matches(node, "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z")),
    LIST(node -> node.isArray()),
    OBJECT(node -> node.isObject()),
    NULL(node -> node.isNull());

    private final Predicate<JsonNode> test;

    Kind(Predicate<JsonNode> test) {
        this.test = test;
    }

    boolean fits(JsonNode node) {
        return test.test(node);
    }

    private static boolean matches(JsonNode node, String pattern) {
        return Pattern.matches(pattern, node.asString());
    }
}
