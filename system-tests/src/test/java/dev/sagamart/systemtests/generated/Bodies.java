package dev.sagamart.systemtests.generated;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sagamart.systemtests.documents.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/** Makes bodies from their schemas, and then worse. */
final class Bodies {
    private final RandomGenerator random;
    private final Strange strange;

    Bodies(RandomGenerator random, Strange strange) {
        this.random = random;
        this.strange = strange;
    }

    byte[] body(Operation operation, String sample) {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> sample.getBytes(UTF_8);
            case 3, 4, 5, 6 -> fromSchema(operation, operation.body()).getBytes(UTF_8);
            case 7 -> cutOrGrown(sample).getBytes(UTF_8);
            case 8 -> flipped(sample.getBytes(UTF_8));
            default -> strange.bytes();
        };
    }

    /** Mostly what the schema says; each value has a chance to be strange. */
    private String fromSchema(Operation operation, JsonNode reference) {
        JsonNode schema = operation.resolve(reference);
        if (random.nextInt(12) == 0) {
            return strange.literal();
        }
        return switch (type(schema)) {
            case "object" -> object(operation, schema);
            case "array" -> list(operation, schema);
            case "integer" -> integer(schema);
            default -> text(schema);
        };
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.path(0).asString() : type.asString("");
    }

    private String object(Operation operation, JsonNode schema) {
        List<String> members = new ArrayList<>();
        schema.path("properties").forEachEntry((name, property) -> {
            if (random.nextInt(15) > 0) {
                members.add("\"" + name + "\":" + fromSchema(operation, property));
            }
        });
        if (random.nextInt(15) == 0) {
            members.add("\"extra\":" + strange.literal());
        }
        return "{" + String.join(",", members) + "}";
    }

    private String list(Operation operation, JsonNode schema) {
        List<String> items = new ArrayList<>();
        for (int count = random.nextInt(4); count > 0; count--) {
            items.add(fromSchema(operation, schema.path("items")));
        }
        return "[" + String.join(",", items) + "]";
    }

    private String integer(JsonNode schema) {
        long lowest = schema.path("minimum").asLong(1);
        long highest = schema.path("maximum").asLong(50);
        return switch (random.nextInt(6)) {
            case 0 -> Long.toString(lowest);
            case 1 -> Long.toString(highest);
            case 2 -> Long.toString(random.nextBoolean() ? lowest - 1 : highest + 1);
            default -> Long.toString(random.nextLong(lowest, Math.min(highest, lowest + 50) + 1));
        };
    }

    private String text(JsonNode schema) {
        if (schema.path("enum").isArray()) {
            return schema.path("enum")
                    .path(random.nextInt(schema.path("enum").size()))
                    .toString();
        }
        return switch (schema.path("format").asString("")) {
            case "date-time" ->
                "\"20%02d-0%d-1%dT00:00:00Z\""
                        .formatted(random.nextInt(100), random.nextInt(1, 10), random.nextInt(10));
            case "uuid" -> "\"" + new UUID(random.nextLong(), random.nextLong()) + "\"";
            default -> "\"" + "감a".repeat(random.nextInt(120)) + "\"";
        };
    }

    private String cutOrGrown(String sample) {
        int at = random.nextInt(sample.length() + 1);
        return random.nextBoolean()
                ? sample.substring(0, at)
                : sample.substring(0, at) + strange.literal() + sample.substring(at);
    }

    private byte[] flipped(byte[] body) {
        for (int flips = 1 + random.nextInt(3); flips > 0 && body.length > 0; flips--) {
            body[random.nextInt(body.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return body;
    }
}
