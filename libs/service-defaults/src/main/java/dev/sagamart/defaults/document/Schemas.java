package dev.sagamart.defaults.document;

import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;

/** Schemas of OpenAPI 3.1, where a type is one of a set. */
final class Schemas {
    private Schemas() {}

    static Schema<Object> object() {
        return of("object");
    }

    static Schema<Object> text() {
        return of("string");
    }

    static Schema<Object> text(String format) {
        Schema<Object> schema = text();
        schema.setFormat(format);
        return schema;
    }

    static Schema<Object> oneOf(Collection<String> values) {
        Schema<Object> schema = text();
        values.forEach(schema::addEnumItemObject);
        return schema;
    }

    static Schema<Object> oneOf(String... values) {
        return oneOf(Arrays.asList(values));
    }

    static Schema<Object> integer(String format, long lowest) {
        Schema<Object> schema = of("integer");
        schema.setFormat(format);
        schema.setMinimum(BigDecimal.valueOf(lowest));
        return schema;
    }

    static Schema<Object> list(Schema<?> items) {
        Schema<Object> schema = of("array");
        schema.setItems(items);
        return schema;
    }

    private static Schema<Object> of(String type) {
        Schema<Object> schema = new Schema<>(SpecVersion.V31);
        schema.addType(type);
        return schema;
    }
}
