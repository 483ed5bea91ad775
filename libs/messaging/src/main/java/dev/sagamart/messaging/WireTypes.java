package dev.sagamart.messaging;

import dev.sagamart.contracts.MessageType;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The contract records a reader understands, by their names on the wire. */
public final class WireTypes {
    private static final ClassValue<String> NAMES = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            MessageType name = type.getAnnotation(MessageType.class);
            if (name == null) {
                throw new IllegalArgumentException(type + " is not a message: it has no @MessageType");
            }
            return name.value();
        }
    };

    private final Map<String, Class<?>> byName;

    private WireTypes(Map<String, Class<?>> byName) {
        this.byName = byName;
    }

    public static WireTypes of(Class<?>... records) {
        return new WireTypes(Arrays.stream(records).collect(Collectors.toUnmodifiableMap(NAMES::get, type -> type)));
    }

    public static String nameOf(Object message) {
        return NAMES.get(message.getClass());
    }

    public Optional<Class<?>> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
