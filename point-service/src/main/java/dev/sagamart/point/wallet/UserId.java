package dev.sagamart.point.wallet;

import java.util.regex.Pattern;

/** Whose wallet: 1 to 64 letters, digits, hyphens or underscores. */
public record UserId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    public UserId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a user id");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
