package dev.sagamart.defaults.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

/** Finds the token of a request; one that has been verified before is not parsed again. */
final class KnownTokens implements BearerTokenResolver {
    private static final String BEARER = "Bearer ";

    private final BearerTokenResolver unknown = new DefaultBearerTokenResolver();
    private final Predicate<String> isKnown;

    KnownTokens(Predicate<String> isKnown) {
        this.isKnown = isKnown;
    }

    @Override
    public @Nullable String resolve(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.startsWith(BEARER)) {
            String token = header.substring(BEARER.length());
            if (isKnown.test(token)) {
                return token;
            }
        }
        return unknown.resolve(request);
    }
}
