package dev.sagamart.defaults.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Verifies a token once and remembers the verdict until it expires, at most five minutes, so that a withdrawn key stops
 * working soon. Only good tokens are remembered.
 */
final class CachingJwtDecoder implements JwtDecoder {
    private static final int MOST_TOKENS = 10_000;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final JwtDecoder decoder;
    private final Cache<String, Jwt> verified;

    CachingJwtDecoder(JwtDecoder decoder, Clock clock) {
        this.decoder = decoder;
        this.verified = Caffeine.newBuilder()
                .maximumSize(MOST_TOKENS)
                .expireAfter(Expiry.<String, Jwt>creating((token, jwt) -> timeLeft(jwt, clock.instant())))
                .build();
    }

    private static Duration timeLeft(Jwt jwt, Instant now) {
        Instant expiry = jwt.getExpiresAt();
        Duration left = expiry == null ? LONGEST : Duration.between(now, expiry);
        return left.isNegative() ? Duration.ZERO : left.compareTo(LONGEST) < 0 ? left : LONGEST;
    }

    boolean knows(String token) {
        return verified.getIfPresent(token) != null;
    }

    @Override
    public Jwt decode(String token) {
        Jwt known = verified.getIfPresent(token);
        if (known != null) {
            return known;
        }
        Jwt jwt = decoder.decode(token);
        verified.put(token, jwt);
        return jwt;
    }
}
