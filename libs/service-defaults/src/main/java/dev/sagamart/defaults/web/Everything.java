package dev.sagamart.defaults.web;

import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import java.lang.annotation.ElementType;
import org.jspecify.annotations.Nullable;

/** Lets every property be validated, and every object below it, without asking JPA about each. */
final class Everything implements TraversableResolver {
    @Override
    public boolean isReachable(
            @Nullable Object object, Path.Node property, Class<?> root, Path path, ElementType kind) {
        return true;
    }

    @Override
    public boolean isCascadable(
            @Nullable Object object, Path.Node property, Class<?> root, Path path, ElementType kind) {
        return true;
    }
}
