package dev.sagamart.defaults.requests;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key that a request wants to be the first to use.
 *
 * @param resource what the request creates, if its outcome comes later
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record KeyClaim(
        RequestKey key, byte[] fingerprint, @Nullable UUID resource) {}
