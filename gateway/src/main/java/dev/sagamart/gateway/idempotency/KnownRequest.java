package dev.sagamart.gateway.idempotency;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a write that was asked for.
 *
 * @param operation method and path, such as {@code POST /v1/orders}
 * @param status the status of its answer, or null while it is being worked on
 * @param location where the answer pointed, if anywhere
 */
public record KnownRequest(
        String operation,
        Instant requestedAt,
        @Nullable Integer status,
        @Nullable String location) {}
