package dev.sagamart.systemtests.deployment;

import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The keys that a class of ours takes: as a record of settings, as a condition, or as a placeholder. */
final class OwnKeys {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(sagamart[a-z.-]+)");
    private static final String SETTINGS = "ConfigurationProperties;";
    private static final Pattern CONDITION = Pattern.compile(".*/ConditionalOn(Boolean)?Property;");

    private OwnKeys() {}

    static ConfigurationKeys of(byte[] bytes) {
        var keys = new ConfigurationKeys();
        ClassModel model = ClassFile.of().parse(bytes);
        annotations(model).forEach(annotation -> {
            String type = annotation.className().stringValue();
            if (type.endsWith("/" + SETTINGS)) {
                texts(annotation).forEach(prefix -> addComponents(model, prefix, keys));
            } else if (CONDITION.matcher(type).matches()) {
                texts(annotation).forEach(keys::add);
            }
        });
        for (PoolEntry entry : model.constantPool()) {
            if (entry instanceof Utf8Entry text) {
                PLACEHOLDER.matcher(text.stringValue()).results().forEach(found -> keys.add(found.group(1)));
            }
        }
        return keys;
    }

    private static void addComponents(ClassModel model, String prefix, ConfigurationKeys keys) {
        model.findAttribute(Attributes.record())
                .ifPresent(record -> record.components().forEach(component -> {
                    String key = prefix + "." + dashed(component.name().stringValue());
                    keys.add(key);
                    if (component.descriptor().equalsString("Ljava/util/Map;")) {
                        keys.addMap(key);
                    }
                }));
    }

    private static Stream<Annotation> annotations(ClassModel model) {
        return Stream.concat(
                        Stream.of(model.findAttribute(Attributes.runtimeVisibleAnnotations())),
                        model.methods().stream()
                                .map(method -> method.findAttribute(Attributes.runtimeVisibleAnnotations())))
                .flatMap(found -> found.stream())
                .flatMap(found -> found.annotations().stream());
    }

    private static List<String> texts(Annotation annotation) {
        return annotation.elements().stream()
                .filter(element -> element.name().stringValue().matches("value|name|prefix"))
                .flatMap(element -> texts(element.value()))
                .toList();
    }

    private static Stream<String> texts(AnnotationValue value) {
        return switch (value) {
            case AnnotationValue.OfString text -> Stream.of(text.stringValue());
            case AnnotationValue.OfArray several -> several.values().stream().flatMap(OwnKeys::texts);
            default -> Stream.of();
        };
    }

    private static String dashed(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
