package dev.sagamart.messaging;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.AnnotatedType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedField;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;

/** Makes every record component that is not {@code @Nullable} a required JSON field that may not be null. */
final class RequiredFields extends NopAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
        return isOptional(member) ? null : Boolean.TRUE;
    }

    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated member) {
        return isOptional(member) ? JsonSetter.Value.empty() : JsonSetter.Value.forValueNulls(Nulls.FAIL);
    }

    private static boolean isOptional(Annotated member) {
        AnnotatedType type = typeOf(member);
        return type == null || type.isAnnotationPresent(Nullable.class);
    }

    private static @Nullable AnnotatedType typeOf(Annotated member) {
        return switch (member) {
            case AnnotatedField field -> field.getAnnotated().getAnnotatedType();
            case AnnotatedParameter parameter
            when parameter.getOwner().getAnnotated() instanceof java.lang.reflect.Executable owner ->
                owner.getAnnotatedParameterTypes()[parameter.getIndex()];
            default -> null;
        };
    }
}
