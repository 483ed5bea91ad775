package dev.sagamart.defaults.security;

import java.util.regex.Pattern;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/** A user id is 1 to 64 letters, digits, hyphens or underscores. */
final class SubjectValidator implements OAuth2TokenValidator<Jwt> {
    private static final Pattern USER_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        String subject = token.getSubject();
        return subject != null && USER_ID.matcher(subject).matches()
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", "not a user id", null));
    }
}
