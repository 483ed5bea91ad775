package dev.sagamart.systemtests.badinput;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes JSON apart and puts it together wrongly. */
final class Json {
    private static final String HERE = "@@here@@";

    private Json() {}

    /** The pointers to all values that are neither an object nor a list. */
    static List<String> leaves(JsonNode node) {
        List<String> leaves = new ArrayList<>();
        collect("", node, leaves);
        return leaves;
    }

    private static void collect(String pointer, JsonNode node, List<String> leaves) {
        if (node.isObject()) {
            node.forEachEntry((name, value) -> collect(pointer + "/" + name, value, leaves));
        } else if (node.isArray()) {
            for (int index = 0; index < node.size(); index++) {
                collect(pointer + "/" + index, node.get(index), leaves);
            }
        } else {
            leaves.add(pointer);
        }
    }

    /** The text with something else, which need not be JSON, in place of a value. */
    static String with(String json, String pointer, String literal) {
        JsonNode root = JsonMapper.shared().readTree(json);
        JsonPointer at = JsonPointer.compile(pointer);
        JsonNode parent = root.at(at.head());
        if (parent instanceof ObjectNode object) {
            object.put(at.last().getMatchingProperty(), HERE);
        } else if (parent instanceof ArrayNode list) {
            list.set(at.last().getMatchingIndex(), HERE);
        }
        return root.toString().replace("\"" + HERE + "\"", literal);
    }

    static String without(String json, String pointer) {
        JsonNode root = JsonMapper.shared().readTree(json);
        JsonPointer at = JsonPointer.compile(pointer);
        if (root.at(at.head()) instanceof ObjectNode object) {
            object.remove(at.last().getMatchingProperty());
        } else if (root.at(at.head()) instanceof ArrayNode list) {
            list.remove(at.last().getMatchingIndex());
        }
        return root.toString();
    }
}
