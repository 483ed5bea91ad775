package dev.sagamart.messaging.contracts;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What JSON Schema says about the records of the contracts; those within other records get a schema of their own. */
final class FieldSchemas {
    private static final String ADDRESS = "#/components/schemas/";
    private static final Map<Type, Map<String, Object>> VALUES = Map.of(
            UUID.class, schema("string", "uuid"),
            Instant.class, schema("string", "date-time"),
            String.class, Map.of("type", "string"),
            long.class, schema("integer", "int64"),
            Long.class, schema("integer", "int64"),
            int.class, schema("integer", "int32"));

    private final Map<String, Object> all = new TreeMap<>();

    /** All that were asked for, by their names. */
    Map<String, Object> all() {
        return all;
    }

    Map<String, Object> referTo(Class<?> type) {
        all.put(type.getSimpleName(), ofRecord(type));
        return Map.of("$ref", ADDRESS + type.getSimpleName());
    }

    private Map<String, Object> ofRecord(Class<?> type) {
        RecordComponent[] fields = type.getRecordComponents();
        var properties = new LinkedHashMap<String, Object>();
        Arrays.stream(fields).forEach(field -> properties.put(field.getName(), ofField(field)));
        var result = new LinkedHashMap<String, Object>();
        result.put("type", "object");
        result.put(
                "required",
                Arrays.stream(fields)
                        .filter(field -> !isOptional(field))
                        .map(RecordComponent::getName)
                        .toList());
        result.put("properties", properties);
        return result;
    }

    private Map<String, Object> ofField(RecordComponent field) {
        Map<String, Object> result = new LinkedHashMap<>(ofType(field.getGenericType()));
        if (isOptional(field)) {
            result.put("type", List.of(result.get("type"), "null"));
        }
        return result;
    }

    private Map<String, Object> ofType(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            var result = new LinkedHashMap<String, Object>();
            result.put("type", "array");
            result.put("items", ofType(list.getActualTypeArguments()[0]));
            return result;
        }
        if (type instanceof Class<?> line && line.isRecord()) {
            return referTo(line);
        }
        if (!VALUES.containsKey(type)) {
            throw new AssertionError("how is " + type + " written as JSON?");
        }
        return VALUES.get(type);
    }

    private static boolean isOptional(RecordComponent field) {
        return field.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Map<String, Object> schema(String type, String format) {
        var result = new LinkedHashMap<String, Object>();
        result.put("type", type);
        result.put("format", format);
        return result;
    }
}
