package dev.sagamart.local.infrastructure;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** A client credentials request (RFC 6749, section 4.4): the client is the user, the secret is {@code dev}. */
record TokenRequest(String user, boolean admin) {
    private static final Pattern USER = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final String SECRET = "dev";

    static TokenRequest parse(String form) throws Refused {
        Map<String, String> fields = fields(form);
        String grant = required(fields, "grant_type");
        if (!"client_credentials".equals(grant)) {
            throw new Refused(400, "unsupported_grant_type", "only client_credentials is known here");
        }
        String user = required(fields, "client_id");
        if (!USER.matcher(user).matches() || !SECRET.equals(required(fields, "client_secret"))) {
            throw new Refused(401, "invalid_client", "client_id is 1-64 of A-Z a-z 0-9 _ -, client_secret is dev");
        }
        String scope = fields.getOrDefault("scope", "").strip();
        if (!scope.isEmpty() && !TokenMint.ADMIN.equals(scope)) {
            throw new Refused(400, "invalid_scope", "the only scope is admin");
        }
        return new TokenRequest(user, !scope.isEmpty());
    }

    private static Map<String, String> fields(String form) throws Refused {
        Map<String, String> fields = new HashMap<>();
        for (String pair : form.split("&", -1)) {
            int split = pair.indexOf('=');
            if (split > 0 && fields.put(decode(pair.substring(0, split)), decode(pair.substring(split + 1))) != null) {
                throw new Refused(400, "invalid_request", "a parameter is repeated");
            }
        }
        return fields;
    }

    private static String decode(String text) throws Refused {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new Refused(400, "invalid_request", "the form is malformed");
        }
    }

    private static String required(Map<String, String> fields, String name) throws Refused {
        String value = fields.get(name);
        if (value == null || value.isEmpty()) {
            throw new Refused(400, "invalid_request", name + " is missing");
        }
        return value;
    }

    /** An error answer of RFC 6749, section 5.2. */
    static final class Refused extends Exception {
        final int status;
        final String code;

        Refused(int status, String code, String description) {
            super(description);
            this.status = status;
            this.code = code;
        }
    }
}
