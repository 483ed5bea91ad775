package dev.sagamart.defaults.requests;

import java.util.UUID;

/**
 * A write whose outcome is known only later.
 *
 * @param request what is asked for; another request under the same key is refused with 422
 * @param resource what it creates if it is the first with its key
 */
public record Tie(RequestKey key, Object request, UUID resource) {}
