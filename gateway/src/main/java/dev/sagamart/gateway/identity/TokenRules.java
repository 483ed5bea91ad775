package dev.sagamart.gateway.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

/** What a correctly signed token must also say: our issuer, our audience, an end, and a user id that we accept. */
final class TokenRules {

    static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

    private static final Pattern USER_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private TokenRules() {}

    static OAuth2TokenValidator<Jwt> of(OAuth2ResourceServerProperties.Jwt settings, Clock clock) {
        return new DelegatingOAuth2TokenValidator<>(
                notExpired(clock),
                new JwtIssuerValidator(required("issuer-uri", settings.getIssuerUri())),
                new JwtClaimValidator<List<String>>("aud", audience -> names(audience, settings)),
                new JwtClaimValidator<Object>("sub", TokenRules::isUserId));
    }

    /** A setting without which no token may be accepted. */
    static String required(String name, @Nullable String value) {
        if (value == null) {
            throw new IllegalStateException("spring.security.oauth2.resourceserver.jwt." + name + " is not set");
        }
        return value;
    }

    private static OAuth2TokenValidator<Jwt> notExpired(Clock clock) {
        var validator = new JwtTimestampValidator(CLOCK_SKEW);
        validator.setAllowEmptyExpiryClaim(false);
        validator.setClock(clock);
        return validator;
    }

    private static boolean names(@Nullable List<String> audience, OAuth2ResourceServerProperties.Jwt settings) {
        return audience != null && audience.stream().anyMatch(settings.getAudiences()::contains);
    }

    private static boolean isUserId(@Nullable Object subject) {
        return subject instanceof String text && USER_ID.matcher(text).matches();
    }
}
