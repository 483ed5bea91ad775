package dev.sagamart.gateway.idempotency;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * One try at a write: where its record lies, what it asks, and the token that proves that a claim is its own.
 *
 * @param recordKey {@code idempotency:{userId}:{METHOD path}:{nonce}}
 * @param nonceKey where the records of all writes are listed for which the user used this nonce
 * @param operation method and path
 */
record Attempt(String recordKey, String nonceKey, String operation, String fingerprint, String owner) {

    private static final String GATEWAY = UUID.randomUUID() + "-";
    private static final AtomicLong NUMBER = new AtomicLong();

    static Attempt of(String userId, ServerHttpRequest request, byte[] body, IdempotencyKey nonce) {
        var operation = request.getMethod() + " " + request.getURI().getRawPath();
        return new Attempt(
                String.join(":", "idempotency", withoutColon(userId), withoutColon(operation), nonce.value()),
                nonceKey(userId, nonce),
                operation,
                Fingerprint.of(request, body),
                GATEWAY + NUMBER.incrementAndGet());
    }

    static String nonceKey(String userId, IdempotencyKey nonce) {
        return String.join(":", "idempotency-nonce", withoutColon(userId), nonce.value());
    }

    /** A colon separates; the nonce may have some because it comes last. */
    private static String withoutColon(String component) {
        return component.replace("%", "%25").replace(":", "%3A");
    }
}
