package dev.sagamart.gateway.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Verifies a token once and remembers the good ones by their hash, for some minutes and never past their end. */
final class RememberingTokenDecoder implements ReactiveJwtDecoder {

    private static final int MOST_REMEMBERED = 10_000;
    private static final Duration LONGEST_MEMORY = Duration.ofMinutes(5);

    private final Cache<String, JwtAuthenticationToken> verified = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(LONGEST_MEMORY)
            .build();

    private final JwtAuthenticationConverter rights = scopesOnly();
    private final JwtDecoder decoder;
    private final Clock clock;

    RememberingTokenDecoder(JwtDecoder decoder, Clock clock) {
        this.decoder = decoder;
        this.clock = clock;
    }

    @Override
    public Mono<Jwt> decode(String token) {
        return Mono.defer(() -> {
            var known = remembered(token);
            return known == null ? verify(token) : Mono.just(known.getToken());
        });
    }

    /** Whom the token stands for, if it was verified of late and has not ended, otherwise null. */
    @Nullable
    JwtAuthenticationToken remembered(String token) {
        var known = verified.getIfPresent(sha256(token));
        return known != null && stillValid(known.getToken()) ? known : null;
    }

    /** Fetching keys blocks, so the first sight of a token is handled off the event loop. */
    private Mono<Jwt> verify(String token) {
        return Mono.fromCallable(() -> decoder.decode(token))
                .subscribeOn(Schedulers.boundedElastic())
                .onErrorMap(JwtException.class, RememberingTokenDecoder::unknownKeyIsABadToken)
                .doOnNext(jwt -> verified.put(sha256(token), rights(jwt)));
    }

    private static JwtException unknownKeyIsABadToken(JwtException failure) {
        return NestedExceptionUtils.getMostSpecificCause(failure) instanceof RateLimitReachedException
                ? new BadJwtException("No such key", failure)
                : failure;
    }

    /** Whom a verified token stands for, and what it may do. */
    Mono<AbstractAuthenticationToken> authenticate(Jwt jwt) {
        return Mono.just(rights(jwt));
    }

    private JwtAuthenticationToken rights(Jwt jwt) {
        return (JwtAuthenticationToken) Objects.requireNonNull(rights.convert(jwt));
    }

    private boolean stillValid(Jwt jwt) {
        var end = Objects.requireNonNull(jwt.getExpiresAt());
        return clock.instant().minus(TokenRules.CLOCK_SKEW).isBefore(end);
    }

    private static JwtAuthenticationConverter scopesOnly() {
        var scopes = new JwtGrantedAuthoritiesConverter();
        scopes.setAuthoritiesClaimName("scope");
        var converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(scopes);
        return converter;
    }

    private static String sha256(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
