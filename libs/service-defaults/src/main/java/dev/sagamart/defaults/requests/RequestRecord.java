package dev.sagamart.defaults.requests;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one request.
 *
 * @param operation method and path, such as {@code POST /v1/orders}
 * @param status the status of its answer, or null while its outcome is not known
 * @param location what its answer pointed to, if anything
 */
public record RequestRecord(
        String operation,
        Instant requestedAt,
        @Nullable Integer status,
        @Nullable String location) {}
