package dev.sagamart.defaults.web;

import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.format.FormatterRegistry;

/** Ids in paths are taken literally: no sign, no blank, no hexadecimal number, no digits of other scripts. */
final class StrictParameters {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,19}");
    private static final Pattern UUID_IN_FULL = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private StrictParameters() {}

    static void addTo(FormatterRegistry registry) {
        registry.addConverter(String.class, Long.class, StrictParameters::number);
        registry.addConverter(String.class, UUID.class, StrictParameters::uuid);
    }

    private static Long number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new NumberFormatException();
        }
        return Long.valueOf(text);
    }

    /** @throws IllegalArgumentException if it is not one of 36 characters */
    static UUID uuid(String text) {
        if (!UUID_IN_FULL.matcher(text).matches()) {
            throw new IllegalArgumentException();
        }
        return UUID.fromString(text);
    }
}
