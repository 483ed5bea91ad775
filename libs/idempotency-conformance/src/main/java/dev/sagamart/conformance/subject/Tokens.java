package dev.sagamart.conformance.subject;

import java.util.Optional;

/** Whoever hands out tokens. */
@FunctionalInterface
public interface Tokens {

    /** A bearer token, or nothing when tokens of this kind are not to be had here. */
    Optional<String> token(String user, TokenKind kind);
}
