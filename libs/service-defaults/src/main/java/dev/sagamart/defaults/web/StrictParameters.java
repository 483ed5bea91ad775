package dev.sagamart.defaults.web;

import java.beans.PropertyEditorSupport;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Ids in paths are taken literally: no sign, no blank, no hexadecimal number, no digits of other scripts. These are
 * editors, because what a converter refuses is given to the framework's own, more obliging editors.
 */
@ControllerAdvice
final class StrictParameters {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,19}");
    private static final Pattern UUID_IN_FULL = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    @InitBinder
    void takeIdsLiterally(WebDataBinder binder) {
        binder.registerCustomEditor(long.class, new Editor(StrictParameters::number));
        binder.registerCustomEditor(Long.class, new Editor(StrictParameters::number));
        binder.registerCustomEditor(UUID.class, new Editor(StrictParameters::uuid));
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

    /** Reads text by a function. */
    private static final class Editor extends PropertyEditorSupport {
        private final Function<String, Object> parser;

        Editor(Function<String, Object> parser) {
            this.parser = parser;
        }

        @Override
        public void setAsText(String text) {
            setValue(parser.apply(text));
        }
    }
}
