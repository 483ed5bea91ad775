package dev.sagamart.gateway.identity;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What may stand in a header: the rule of the framework's firewall, asked in a way that is quick for plain text. */
final class HeaderText {

    private static final Pattern ASSIGNED_AND_NO_CONTROL = Pattern.compile("[\\p{IsAssigned}&&[^\\p{IsControl}]]*");

    private HeaderText() {}

    static boolean isClean(@Nullable String text) {
        return text == null
                || isPlain(text)
                || ASSIGNED_AND_NO_CONTROL.matcher(text).matches();
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
