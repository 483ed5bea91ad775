package dev.sagamart.defaults.requests;

/**
 * What makes a write one and the same: who asks, for what, and the key they gave it. Usable as a controller argument.
 *
 * @param operation method and path, such as {@code POST /v1/orders}
 * @param value the {@code Idempotency-Key}, 8 to 128 characters
 */
public record RequestKey(String userId, String operation, String value) {}
