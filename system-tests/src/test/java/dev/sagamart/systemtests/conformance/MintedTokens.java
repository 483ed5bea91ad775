package dev.sagamart.systemtests.conformance;

import dev.sagamart.conformance.subject.TokenKind;
import dev.sagamart.conformance.subject.Tokens;
import dev.sagamart.local.infrastructure.TokenMint;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;

/** Tokens that the suite trusts, or did an hour ago. */
record MintedTokens(TokenMint mint) implements Tokens {
    private static final Duration AGO = Duration.ofHours(1);

    @Override
    public Optional<String> token(String user, TokenKind kind) {
        return Optional.of(
                switch (kind) {
                    case USER -> mint.token(user, false);
                    case ADMIN -> mint.token(user, true);
                    case EXPIRED -> expired(user);
                });
    }

    private String expired(String user) {
        return mint.token(claims -> {
            Instant end = Instant.now().minus(AGO);
            claims.subject(user)
                    .issueTime(Date.from(end.minus(AGO)))
                    .notBeforeTime(Date.from(end.minus(AGO)))
                    .expirationTime(Date.from(end));
        });
    }
}
