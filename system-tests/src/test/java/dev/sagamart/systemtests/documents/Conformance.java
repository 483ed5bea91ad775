package dev.sagamart.systemtests.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Holds JSON against its schema: types, members that must be there, and no member that is not documented. */
final class Conformance {
    private final Operation operation;
    private final List<String> violations = new ArrayList<>();

    private Conformance(Operation operation) {
        this.operation = operation;
    }

    static List<String> violations(Operation operation, JsonNode schema, JsonNode value) {
        var conformance = new Conformance(operation);
        conformance.check("", schema, value);
        return conformance.violations;
    }

    private void check(String at, JsonNode reference, JsonNode value) {
        JsonNode schema = operation.resolve(reference);
        if (!types(schema).contains(type(value))) {
            violations.add("%s is %s, not %s".formatted(at, value, types(schema)));
        } else if (value.isObject()) {
            checkMembers(at, schema, value);
        } else if (value.isArray()) {
            value.forEach(item -> check(at + "[]", schema.path("items"), item));
        } else if (schema.path("enum").isArray() && !contains(schema.path("enum"), value)) {
            violations.add("%s is %s, not one of %s".formatted(at, value, schema.path("enum")));
        }
    }

    private void checkMembers(String at, JsonNode schema, JsonNode value) {
        schema.path("required").forEach(name -> {
            if (!value.has(name.asString())) {
                violations.add(at + "." + name.asString() + " is missing");
            }
        });
        value.forEachEntry((name, member) -> {
            JsonNode property = schema.path("properties").path(name);
            if (property.isMissingNode()) {
                violations.add(at + "." + name + " is not documented");
            } else {
                check(at + "." + name, property, member);
            }
        });
    }

    private static boolean contains(JsonNode values, JsonNode value) {
        for (JsonNode one : values) {
            if (one.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> types(JsonNode schema) {
        Set<String> types = new TreeSet<>();
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            type.forEach(one -> types.add(one.asString()));
        } else {
            types.add(type.asString(""));
        }
        return types;
    }

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT, POJO -> "object";
            case ARRAY -> "array";
            case STRING, BINARY -> "string";
            case BOOLEAN -> "boolean";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            case NULL -> "null";
            case MISSING -> "missing";
        };
    }
}
