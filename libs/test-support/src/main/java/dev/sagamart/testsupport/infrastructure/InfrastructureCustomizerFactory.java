package dev.sagamart.testsupport.infrastructure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Finds {@link ServiceTest} on a test class, also on the class around a nested one. */
final class InfrastructureCustomizerFactory implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        ServiceTest found = TestContextAnnotationUtils.findMergedAnnotation(testClass, ServiceTest.class);
        return found == null ? null : new InfrastructureCustomizer(found.database());
    }
}
