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
import org.springframework.core.NestedExceptionUtils;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Verifies a token once and remembers the good ones by their hash, for some minutes and never past their end. */
final class RememberingTokenDecoder implements ReactiveJwtDecoder {

    private static final int MOST_REMEMBERED = 10_000;
    private static final Duration LONGEST_MEMORY = Duration.ofMinutes(5);

    private final Cache<String, Jwt> verified = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(LONGEST_MEMORY)
            .build();

    private final JwtDecoder decoder;
    private final Clock clock;

    RememberingTokenDecoder(JwtDecoder decoder, Clock clock) {
        this.decoder = decoder;
        this.clock = clock;
    }

    @Override
    public Mono<Jwt> decode(String token) {
        return Mono.defer(() -> {
            var hash = sha256(token);
            var known = verified.getIfPresent(hash);
            return known != null && stillValid(known) ? Mono.just(known) : verify(token, hash);
        });
    }

    /** Fetching keys blocks, so the first sight of a token is handled off the event loop. */
    private Mono<Jwt> verify(String token, String hash) {
        return Mono.fromCallable(() -> decoder.decode(token))
                .subscribeOn(Schedulers.boundedElastic())
                .onErrorMap(JwtException.class, RememberingTokenDecoder::unknownKeyIsABadToken)
                .doOnNext(jwt -> verified.put(hash, jwt));
    }

    private static JwtException unknownKeyIsABadToken(JwtException failure) {
        return NestedExceptionUtils.getMostSpecificCause(failure) instanceof RateLimitReachedException
                ? new BadJwtException("No such key", failure)
                : failure;
    }

    private boolean stillValid(Jwt jwt) {
        var end = Objects.requireNonNull(jwt.getExpiresAt());
        return clock.instant().minus(TokenRules.CLOCK_SKEW).isBefore(end);
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
