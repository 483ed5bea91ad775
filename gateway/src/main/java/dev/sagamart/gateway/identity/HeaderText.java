package dev.sagamart.gateway.identity;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What may stand in a header: the rules of the framework's firewall, asked in a way that is quick for plain text. */
final class HeaderText {

    private static final Pattern NAME = Pattern.compile("[\\p{IsAssigned}&&[^\\p{IsControl}]]*");
    private static final Pattern VALUE = Pattern.compile("[\\p{IsAssigned}&&[[^\\p{IsControl}]\\t]]*");

    private HeaderText() {}

    static boolean isName(@Nullable String text) {
        return text == null || isPlain(text) || NAME.matcher(text).matches();
    }

    static boolean isValue(@Nullable String text) {
        return text == null || isPlain(text) || VALUE.matcher(text).matches();
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }
}
