package dev.sagamart.defaults.security;

/**
 * The user a request acts for; taken from its verified token and from nothing else. Usable as a controller argument.
 *
 * @param isAdmin whether the token has the scope {@code admin}
 */
public record Caller(String userId, boolean isAdmin) {}
