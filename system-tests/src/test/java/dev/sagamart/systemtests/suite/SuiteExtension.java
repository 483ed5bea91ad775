package dev.sagamart.systemtests.suite;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the suite when the first test asks for it, hands it to all, and stops it after the last. */
final class SuiteExtension implements ParameterResolver {
    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(SuiteExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == SuiteUnderTest.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(HERE)
                .computeIfAbsent("start", key -> Start.attempt(), Start.class)
                .suite();
    }

    static void stop(ExtensionContext context) {
        Start started = context.getRoot().getStore(HERE).remove("start", Start.class);
        if (started != null) {
            started.close();
        }
    }

    /** One attempt: a suite that does not start would not start for the next class either. */
    private record Start(
            @Nullable SuiteUnderTest started, @Nullable RuntimeException failure) implements AutoCloseable {

        static Start attempt() {
            try {
                return new Start(SuiteUnderTest.start(), null);
            } catch (RuntimeException failure) {
                return new Start(null, failure);
            }
        }

        SuiteUnderTest suite() {
            if (failure != null) {
                throw failure;
            }
            return Objects.requireNonNull(started);
        }

        @Override
        public void close() {
            if (started != null) {
                started.close();
            }
        }
    }
}
