package dev.sagamart.messaging.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sagamart.contracts.MessageType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** All messages of the suite and their golden samples, as they are on the class path. */
final class Contracts {
    /** A golden sample: {@code <type>.json}, or {@code <type>.<variant>.json}. */
    record Sample(String name, String json) {
        boolean isOf(Class<?> type) {
            return name.equals(nameOf(type)) || name.startsWith(nameOf(type) + ".");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private Contracts() {}

    static List<Class<?>> types() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(MessageType.class));
        return scanner.findCandidateComponents("dev.sagamart.contracts").stream()
                .<Class<?>>map(found -> load(Objects.requireNonNull(found.getBeanClassName())))
                .sorted(Comparator.comparing(Contracts::nameOf))
                .toList();
    }

    static String nameOf(Class<?> type) {
        return type.getAnnotation(MessageType.class).value();
    }

    static Stream<Sample> samples() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath*:samples/*.json"))
                    .map(Contracts::sample);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Class<?> typeOf(Sample sample) {
        return types().stream()
                .filter(sample::isOf)
                .findFirst()
                .orElseThrow(() -> new AssertionError("a sample of no message: " + sample));
    }

    private static Sample sample(Resource file) {
        try {
            String name = Objects.requireNonNull(file.getFilename());
            return new Sample(name.substring(0, name.length() - ".json".length()), file.getContentAsString(UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
