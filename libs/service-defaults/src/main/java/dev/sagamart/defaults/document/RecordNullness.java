package dev.sagamart.defaults.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Documents which members a record always has. What is {@link Nullable} may be null; in an answer it is there all the
 * same unless null is left out, in a request it may be missing.
 */
final class RecordNullness implements ModelConverter {
    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> schema = chain.next().resolve(type, context, chain);
        Class<?> raw = Json.mapper().constructType(type.getType()).getRawClass();
        if (schema != null && raw.isRecord()) {
            describe(raw, defined(schema, context));
        }
        return schema;
    }

    private static Schema<?> defined(Schema<?> schema, ModelConverterContext context) {
        String reference = schema.get$ref();
        if (reference == null) {
            return schema;
        }
        String name = reference.substring(reference.lastIndexOf('/') + 1);
        return context.getDefinedModels().getOrDefault(name, schema);
    }

    private static void describe(Class<?> type, Schema<?> schema) {
        for (RecordComponent component : type.getRecordComponents()) {
            Schema<?> property = schema.getProperties() == null
                    ? null
                    : schema.getProperties().get(component.getName());
            if (property != null) {
                describe(component, mayBeMissing(type, component), schema, property);
            }
        }
    }

    private static void describe(
            RecordComponent component, boolean mayBeMissing, Schema<?> schema, Schema<?> property) {
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        boolean known = schema.getRequired() != null && schema.getRequired().contains(component.getName());
        if (!known && !(nullable && mayBeMissing)) {
            schema.addRequiredItem(component.getName());
        }
        if (nullable && !isLeftOutWhenNull(component) && property.getTypes() != null) {
            property.addType("null");
        }
    }

    private static boolean mayBeMissing(Class<?> type, RecordComponent component) {
        return type.getSimpleName().endsWith("Request") || isLeftOutWhenNull(component);
    }

    private static boolean isLeftOutWhenNull(RecordComponent component) {
        return isLeftOutWhenNull(component.getDeclaringRecord().getAnnotation(JsonInclude.class))
                || isLeftOutWhenNull(component.getAccessor().getAnnotation(JsonInclude.class));
    }

    private static boolean isLeftOutWhenNull(@Nullable JsonInclude include) {
        return include != null && include.value() == JsonInclude.Include.NON_NULL;
    }
}
